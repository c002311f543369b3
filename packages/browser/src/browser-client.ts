import type { BaseClient, ClientOptions, CommandsOf } from '@streamone/client/runtime';
import type { Action, Command } from '@streamone/core/catalogue';
import type { LoginInput, StartWorker } from './login/login.js';
import type { PersonSession, SessionEvents } from './session/person-session.js';
import type { Uploads } from './upload/uploads.js';

type Entries = readonly (Command | Action)[];

/** What a client with a gateway may have set: the gateway itself knows the platform and who signs. */
export interface GatewayClientOptions<Commands extends Entries = Entries> extends Omit<
  ClientOptions<Commands>,
  'allowInsecure' | 'auth' | 'store' | 'url'
> {
  /** Where the gateway is: a path of the page's own origin; `/streamone` unless given. */
  readonly gateway?: string | undefined;
  /** Starts the worker of a login; one of the package's own file unless given. */
  readonly loginWorker?: StartWorker | undefined;
  readonly auth?: undefined;
}

/** What a client may have set that signs for a person, with a key of their own. */
export interface UserClientOptions<Commands extends Entries = Entries> extends Omit<ClientOptions<Commands>, 'store'> {
  readonly gateway?: undefined;
}

/** What a client with a gateway has, beside the commands that it was given. */
export interface GatewayClient extends BaseClient, Uploads {
  /**
   * Who is logged in: `null` for nobody, `undefined` as long as the gateway was not asked (`resume`). It is shared by
   * all clients that `with` derives.
   */
  readonly session: PersonSession | null | undefined;
  /**
   * Logs a person in; the browser keeps the session's cookie, which no script can read, and calls go in the person's
   * name from then on. The password does not leave the page.
   *
   * Rejects with a SessionError when the platform refuses (it does not say why), with a GatewayError when the gateway
   * does, a TransportError when neither answers, or an AbortedError.
   */
  login(input: LoginInput): Promise<PersonSession>;
  /** Asks the gateway who is logged in, as when the page loads. It prolongs nothing. */
  resume(): Promise<PersonSession | null>;
  /**
   * Ends the session, here and in other tabs, and empties the caches. Rejects where it may live on: with a
   * GatewayError of `upstream-failed` at the platform, until its time is over; with any other error at the gateway as
   * well, so that the person is still logged in.
   */
  logout(): Promise<void>;
  /** Tells what becomes of the session, in other tabs too. @returns what ends the telling */
  on<Name extends keyof SessionEvents>(event: Name, listener: SessionEvents[Name]): () => void;
}

/** What a client has that signs for a person, beside the commands that it was given. */
export interface UserClient extends BaseClient, Uploads {}

/** A client for browsers by its commands, with a gateway or a key. */
export type BrowserClient<Base extends BaseClient, Commands extends Entries> = Base & CommandsOf<Commands>;
