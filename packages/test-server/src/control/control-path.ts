import type { WebContext } from '../web/web-route.js';

/** A request to control, checked and read. */
export interface ControlRequest {
  /** The query, where the path takes one. */
  readonly query: URLSearchParams;
  /** What stands in the place of each `*` of the path. */
  readonly parts: readonly string[];
  /** The body, read as JSON and believed by nobody yet; `undefined` where there is none. */
  readonly body: unknown;
  readonly context: WebContext;
}

/** Answers a request to control. @throws ControlError or InvalidArgumentError for one that makes no sense. */
export type ControlHandler = (request: ControlRequest) => Response | Promise<Response>;

/** What can be done with a path. */
export interface ControlMethods {
  readonly GET?: ControlHandler;
  readonly POST?: ControlHandler;
  readonly DELETE?: ControlHandler;
  /** Whether GET takes a query; anywhere else one is refused, since it would be taken for a filter. */
  readonly query?: true;
}

/** What is under `/__streamone/`, by path; a `*` stands for one part of it. */
export type ControlPaths = Readonly<Record<string, ControlMethods>>;
