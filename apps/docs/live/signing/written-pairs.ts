/** One name and value of a form, as they are and as they are written. */
export interface WrittenPair {
  readonly name: string;
  readonly value: string;
  readonly writtenName: string;
  readonly writtenValue: string;
}

function read(written: string): string {
  return decodeURIComponent(written.replaceAll('+', ' '));
}

/** The pairs of a form that core wrote. */
export function writtenPairs(form: string): readonly WrittenPair[] {
  if (form === '') return [];
  return form.split('&').map((pair) => {
    const [writtenName = '', writtenValue = ''] = pair.split('=');
    return { name: read(writtenName), value: read(writtenValue), writtenName, writtenValue };
  });
}
