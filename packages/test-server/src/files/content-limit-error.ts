import type { ContentLimits } from './content-limits.js';

/** A file is too large, or there is no room left for it. */
export class ContentLimitError extends Error {
  override readonly name: string = 'ContentLimitError';
  /** The limit that it went over. */
  readonly limit: keyof ContentLimits;

  constructor(limit: keyof ContentLimits, bytes: number) {
    super(
      limit === 'maxFileSize'
        ? `The file is larger than ${bytes} bytes (the option uploads.maxFileSize).`
        : `With this file there would be more than ${bytes} bytes of files (the option uploads.maxTotal).`,
    );
    this.limit = limit;
  }
}
