const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids them in texts
const TEXT = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;

/** A cursor over the text of a JSON document. */
class Cursor {
  at = 0;
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

  get ended(): boolean {
    this.take(SPACE);
    return this.at === this.#text.length;
  }
}

/** Goes over the members of a list or an object, up to its end. */
function takeMembers(cursor: Cursor, end: string, takeOne: () => boolean): boolean {
  if (cursor.takeCharacter(end)) return true;
  do {
    if (!takeOne()) return false;
  } while (cursor.takeCharacter(','));
  return cursor.takeCharacter(end);
}

function takeName(cursor: Cursor): boolean {
  cursor.take(SPACE);
  return cursor.take(TEXT) && cursor.takeCharacter(':');
}

function takeValue(cursor: Cursor): boolean {
  if (cursor.takeCharacter('[')) return takeMembers(cursor, ']', () => takeValue(cursor));
  if (cursor.takeCharacter('{')) return takeMembers(cursor, '}', () => takeName(cursor) && takeValue(cursor));
  return cursor.take(TEXT) || cursor.take(SCALAR);
}

/** Where a text stops being JSON: an index, the length where it ends too early, `undefined` where it is JSON. */
export function jsonErrorAt(text: string): number | undefined {
  const cursor = new Cursor(text);
  return takeValue(cursor) && cursor.ended ? undefined : cursor.at;
}
