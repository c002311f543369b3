import type { Readable } from 'node:stream';

/**
 * What is uploaded: the path of a file (or its `file:` URL), a `Blob` or `File`, or a stream of bytes, whose `size`
 * must be told, since the platform is told it before the first byte.
 */
export type UploadSource = string | URL | Blob | Readable | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** What the upload tells of the file. Source: protocol, documented. */
export interface UploadFields {
  /** The title of a new item. */
  readonly title?: string | undefined;
  /** The author of a new item. */
  readonly author?: string | undefined;
  /** What a new item is about. */
  readonly description?: string | undefined;
  /** Whether the item is archived, and so hidden from most lists; the platform does so unless this is false. */
  readonly archived?: boolean | undefined;
  /** ID of an item whose files are replaced by this one. */
  readonly replaceitem?: string | undefined;
  /** ID of an item that gets the file; a new one is made unless given. */
  readonly item?: string | undefined;
  /** What the file is: 0 a file (unless given), 1 a thumbnail, 2 the selected thumbnail. */
  readonly thumbnail?: 0 | 1 | 2 | undefined;
}

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes of the file that were handed to the network. */
  readonly sent: number;
  /** Bytes that the file has. */
  readonly total: number;
}

/** How a file is uploaded. */
export interface UploadOptions {
  /** Told of the progress, some ten times a second at most, and once at the end. What it throws is ignored. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Ends the upload, with an AbortedError. */
  readonly signal?: AbortSignal | undefined;
  /** How many bytes a stream has. For a file or a Blob it is known. */
  readonly size?: number | undefined;
  /** What the file is called; the name of the file or the Blob unless given, else `upload`. */
  readonly name?: string | undefined;
  /** Its media type, as `video/mp4`; that of the Blob, else `application/octet-stream`. */
  readonly type?: string | undefined;
  /** How long nothing may move before the upload is given up, in milliseconds; 60,000 unless given. */
  readonly stallTimeout?: number | undefined;
  /** Permits an upload over plain HTTP to another machine. Whoever is on the way can then read it. */
  readonly allowInsecure?: boolean | undefined;
  /** The account to upload into; the client's own unless given. */
  readonly account?: string | undefined;
}

/** What came of an upload. */
export interface Uploaded {
  /** ID of the item that has the file now. */
  readonly itemId: string;
  /** ID of the file. */
  readonly fileId: string;
}
