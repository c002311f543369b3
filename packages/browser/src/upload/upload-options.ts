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
  /** Bytes of the file that have left the browser. */
  readonly sent: number;
  /** Bytes that the file has. */
  readonly total: number;
}

/** How a file is uploaded. */
export interface UploadOptions {
  /**
   * Told of the progress, as often as the browser tells (some twenty times a second at most), and once when all has
   * left. What it throws is ignored.
   */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Ends the upload, with an AbortedError. */
  readonly signal?: AbortSignal | undefined;
  /**
   * What the file is called; the name of the File unless given, else `upload`. Browsers write quotes and line ends in it as
   * `%22`, `%0D` and `%0A`.
   */
  readonly name?: string | undefined;
  /** How long nothing may move before the upload is given up, in milliseconds; 90,000 unless given. */
  readonly stallTimeout?: number | undefined;
  /** The account to upload into; the client's own unless given. */
  readonly account?: string | undefined;
  /**
   * Which way the file takes. `relay`, unless given to a client with a gateway: through the gateway, which tells what
   * came of it. `direct`: to the platform itself, for hosts that answer pages of other origins (CORS); whether the
   * platform's do is not known. Asking for progress makes the browser ask the host first (a preflight), which it has to
   * answer too.
   *
   * A direct upload ends with a redirect whose address, with the code of a refusal, no page may read, unless `returnUrl`
   * helps. The item is then asked for instead; see `confirmed`.
   */
  readonly mode?: 'relay' | 'direct' | undefined;
  /**
   * For `direct`: where the platform sends the browser at the end; an address of http or https. If it answers with
   * `Access-Control-Allow-Origin: *`, the code of a refusal can be read, and it is an ApiError. The site's own address
   * unless given, which tells nothing.
   */
  readonly returnUrl?: string | undefined;
  /**
   * For `direct` without an outcome that can be read: how long the item is asked for, in milliseconds, until it shows
   * media; 5000 unless given, 0 for not at all. Needs `item/view`.
   */
  readonly confirmTimeout?: number | undefined;
}

/** What came of an upload. */
export interface Uploaded {
  /** ID of the item that has the file now. */
  readonly itemId: string;
  /** ID of the file. */
  readonly fileId: string;
  /**
   * Whether that is known. False only for a direct upload: all of it was sent, and whether the platform took it could
   * not be read. It may still come; it may have been refused. To be looked into before it is sent again.
   */
  readonly confirmed: boolean;
}
