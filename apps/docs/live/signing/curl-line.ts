function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A line for a POSIX shell that sends a request. curl gives `--data` the content type of a form. */
export function curlLine(url: string, body: string): string {
  // Without the empty body curl would send no POST that all servers take.
  return `curl --request POST ${shellWord(url)} \\\n  --data-raw ${shellWord(body)}`;
}
