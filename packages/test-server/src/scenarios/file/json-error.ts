const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids them in texts
const TEXT = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;

/** A cursor over the text of a JSON document. */
class Cursor {
  at = 0;
  /** What would have been right at the place that it came to. */
  expected = '';
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes over what a pattern matches here. */
  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.#text)?.[0];
    this.at += taken?.length ?? 0;
    return taken !== undefined;
  }

  /** Goes over white space and a character, if it is next. */
  takeCharacter(character: string): boolean {
    this.take(SPACE);
    if (this.#text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  /** Whether a character is next. */
  isAt(character: string): boolean {
    return this.#text[this.at] === character;
  }

  get ended(): boolean {
    this.take(SPACE);
    return this.at === this.#text.length;
  }
}

/** Notes what would have been right. */
function wanted(cursor: Cursor, isTaken: boolean, expected: string): boolean {
  if (!isTaken) cursor.expected = expected;
  return isTaken;
}

/** Goes over the members of a list or an object, up to its end. */
function takeMembers(cursor: Cursor, end: string, takeOne: () => boolean): boolean {
  if (cursor.takeCharacter(end)) return true;
  let isFirst = true;
  do {
    if (!takeOne()) {
      if (!isFirst && cursor.isAt(end)) cursor.expected += `; JSON has no comma before "${end}"`;
      return false;
    }
    isFirst = false;
  } while (cursor.takeCharacter(','));
  return wanted(cursor, cursor.takeCharacter(end), `"," or "${end}"`);
}

function takeName(cursor: Cursor): boolean {
  cursor.take(SPACE);
  if (!wanted(cursor, cursor.take(TEXT), 'a name in double quotes')) return false;
  return wanted(cursor, cursor.takeCharacter(':'), 'a ":" behind the name');
}

function takeValue(cursor: Cursor): boolean {
  if (cursor.takeCharacter('[')) return takeMembers(cursor, ']', () => takeValue(cursor));
  if (cursor.takeCharacter('{')) return takeMembers(cursor, '}', () => takeName(cursor) && takeValue(cursor));
  return wanted(cursor, cursor.take(TEXT) || cursor.take(SCALAR), 'a value');
}

/** Where a text stops being JSON. */
export interface JsonError {
  /** An index; the length of the text where it ends too early. */
  readonly at: number;
  /** What JSON has there, in words. */
  readonly expected: string;
}

/** Finds where a text stops being JSON; `undefined` where it is JSON. */
export function jsonError(text: string): JsonError | undefined {
  const cursor = new Cursor(text);
  if (takeValue(cursor) && wanted(cursor, cursor.ended, 'the end')) return undefined;
  const { at, expected } = cursor;
  return { at, expected };
}
