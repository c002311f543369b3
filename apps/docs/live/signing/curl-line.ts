function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A line for a POSIX shell that sends a request. curl gives `--data` the content type of a form. */
export function curlLine(url: string, body: string): string {
  // Without the empty body curl would send no POST that all servers take.
  return `curl --request POST ${shellWord(url)} \\\n  --data-raw ${shellWord(body)}`;
}

const WORD = String.raw`'((?:[^']|'\\'')*)'`;
const LINE = new RegExp(String.raw`^(?:\$\s+)?curl --request POST ${WORD}\s+(?:\\\r?\n\s*)?--data-raw ${WORD}$`);

/** Reads a line that {@link curlLine} made. `undefined` for any other: `streamone verify` reads all of them. */
export function readCurlLine(line: string): { readonly url: string; readonly body: string } | undefined {
  const [, url, body = ''] = (LINE.exec(line.trim()) ?? []).map((word) => word.replaceAll(`'\\''`, "'"));
  return url === undefined ? undefined : { url, body };
}
