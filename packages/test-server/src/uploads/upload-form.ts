import type { Refusal } from '../answer/refusal.js';
import type { ContentStore, ReceivedContent } from '../files/content-store.js';

/** The file of an upload. */
export interface UploadedFile {
  /** What the client called it, without a path. */
  readonly name: string;
  readonly content: ReceivedContent;
}

/** What an upload brought. */
export interface UploadForm {
  /** By name, those that are not known left out. */
  readonly fields: ReadonlyMap<string, string>;
  /** Absent where there is none, or it could not be taken in. */
  readonly file: UploadedFile | undefined;
  /** The first thing that is wrong with the form. */
  readonly problem: Refusal | undefined;
}

/** Reads the form of an upload, and takes its file in as it comes. @throws what the connection fails with. */
export type ReadUpload = (request: Request, contents: ContentStore) => Promise<UploadForm>;
