/** Prose in this program is broken by hand at so many columns; a line beyond these goes on in the next. */
const [WIDEST, LONG] = [120, 75];

/** A line that begins something of its own, as `Errors: …`. */
const TITLED = /^[A-Z][\w @-]{0,30}: /;

const isProse = (line: string | undefined): line is string => line !== undefined && /^\S/.test(line);

function broken(line: string, width: number): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length <= width || current === '') {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].join('\n');
}

/** Fills the paragraphs of a text anew, so that no line is wider; what is indented (examples, tables) stays as it is. */
export function wrapParagraphs(text: string, width: number): string {
  if (width >= WIDEST) return text;
  const lines: string[] = [];
  let former: string | undefined;
  for (const line of text.split('\n')) {
    const goesOn = isProse(former) && former.length >= LONG && isProse(line) && !TITLED.test(line);
    lines.push(goesOn ? `${lines.pop() ?? ''} ${line}` : line);
    former = line;
  }
  return lines.map((line) => (isProse(line) ? broken(line, width) : line)).join('\n');
}

/** A text for a stream: wrapped at word ends where that is a terminal, else as it is. */
export function wrapped(text: string, { isTTY, columns }: NodeJS.WriteStream): string {
  return isTTY && columns > 0 ? wrapParagraphs(text, columns) : text;
}
