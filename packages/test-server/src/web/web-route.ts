import type { World } from '../answer/world.js';
import type { FaultList } from '../faults/fault-list.js';
import type { RecordingJournal } from '../journal/journal.js';
import type { ScenarioCredentials } from '../scenarios/credentials.js';

/** What a web route may look at and change. */
export interface WebContext extends World {
  readonly credentials: ScenarioCredentials;
  readonly faults: FaultList;
  readonly journal: RecordingJournal;
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
