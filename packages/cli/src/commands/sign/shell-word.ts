/** A text as one word of a shell. In double quotes where nothing in it means something there, for cmd and PowerShell too. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./?&[\]~-]*$/.test(text) ? `"${text}"` : `'${text.replaceAll("'", `'\\''`)}'`;
}
