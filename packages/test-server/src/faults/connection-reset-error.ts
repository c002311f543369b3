/** The connection is to end without an answer. A TypeError, since that is what a real `fetch` fails with. */
export class ConnectionResetError extends TypeError {
  override readonly name = 'TypeError';

  constructor(why: string) {
    super('fetch failed', { cause: new Error(why) });
  }
}
