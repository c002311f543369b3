/** Nothing moved for too long. */
export class UploadStalledError extends Error {
  override readonly name: string = 'UploadStalledError';
  /** How long, in milliseconds. */
  readonly timeout: number;

  constructor(timeout: number) {
    super(`nothing moved for ${timeout} ms`);
    this.timeout = timeout;
  }
}
