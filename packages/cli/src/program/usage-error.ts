import { StreamOneError } from '@streamone/node';

/** The command line is wrong in a way that one sentence of its own tells best. Nothing was sent. */
export class UsageError extends StreamOneError {
  override readonly name: string = 'UsageError';

  // Else it is the base's, which only classes can call.
  // oxlint-disable-next-line no-useless-constructor
  constructor(message: string) {
    super(message);
  }
}
