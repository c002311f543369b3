import type { World } from '../answer/world.js';
import type { KeptClock } from '../clock/server-clock.js';
import type { FullControl } from '../control/server-control.js';
import type { ContentStore } from '../files/content-store.js';
import type { FaultList } from '../faults/fault-list.js';
import type { RecordingJournal } from '../journal/journal.js';
import type { Redaction } from '../redaction/redaction.js';
import type { ScenarioCredentials } from '../scenarios/credentials.js';

/** What a web route may look at and change. */
export interface WebContext extends World {
  readonly credentials: ScenarioCredentials;
  readonly faults: FaultList;
  readonly journal: RecordingJournal;
  /** Masks the secrets in what is told of a request. */
  readonly redaction: Redaction;
  readonly clock: KeptClock;
  readonly control: FullControl;
  /** The bytes of uploaded files. */
  readonly contents: ContentStore;
  /** Whether refusals say why. */
  readonly explain: boolean;
  /** Whether the server may be controlled over HTTP. */
  readonly admin: boolean;
  /** What the server was started with, for people to see. */
  readonly about: { readonly scenario: string; readonly seed: number };
  /** Ends what waits on purpose: the server stops. */
  readonly closing: AbortSignal;
}

/**
 * Something that the server answers beside the API: control, uploads, media, pages. A function of
 * `Request` to `Response`, the same on a socket, in process and in a browser.
 */
export interface WebRoute {
  /** Whether it answers a path, as `/upload`. */
  takes(path: string): boolean;
  respond(request: Request, context: WebContext): Response | Promise<Response>;
}
