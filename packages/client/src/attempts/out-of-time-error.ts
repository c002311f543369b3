/** The limit of one attempt or of the whole call ran out. Never seen by callers, who are told by a TimeoutError. */
export class OutOfTimeError extends Error {
  override readonly name: string = 'OutOfTimeError';
}
