/** Why a name is not taken for a further argument; empty where it is. */
export function refusedName(name: string, fields: readonly { readonly name: string }[]): string {
  if (name === '') return 'Give its name, as title.';
  if (!/^\w+$/.test(name)) return 'A name has letters, digits and _ only, as title.';
  return fields.some((field) => field.name === name) ? `There is a field for ${name} already.` : '';
}
