const marks = new WeakMap<object, string>();

/**
 * A text that differs from one server to the next: a page that was left open must notice when
 * another server answers under the same address, where IDs begin again.
 */
export function runMark(server: object): string {
  let mark = marks.get(server);
  if (mark === undefined) {
    mark = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    marks.set(server, mark);
  }
  return mark;
}
