/** A file that is to be uploaded, as it was when the command began. */
export interface UploadFile {
  /** As it was given. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
  /** The title of its item; `undefined` where an item that there is already gets the file. */
  readonly title: string | undefined;
}

/**
 * What became of a file: `playable` where that was waited for, `skipped` when it was uploaded before, `doubtful` when
 * an earlier run ended before the platform had told whether it has the file, or another run is uploading it now.
 */
export type UploadStatus = 'uploaded' | 'playable' | 'skipped' | 'doubtful' | 'failed' | 'not begun';

/** What became of a file, as a row of the output. */
export interface UploadRow {
  readonly file: string;
  readonly status: UploadStatus;
  /** ID of the item that has the file. */
  readonly item: string | null;
  /** `null` where an item that there is already gets the file, and for one that was skipped. */
  readonly title: string | null;
  readonly error: string | null;
}

/** What became of a file. */
export interface UploadResult {
  readonly file: UploadFile;
  readonly status: UploadStatus;
  readonly itemId?: string | undefined;
  readonly error?: Error | undefined;
  /** What this alone would make the command end with. */
  readonly code: number;
}
