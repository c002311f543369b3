/** A request to control that is refused. Its message is for people; it says what to do. */
export class ControlError extends Error {
  override readonly name: string = 'ControlError';
  /** The HTTP status. */
  readonly status: number;
  /** Headers that the status wants, as `Allow`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
