/// <reference lib="esnext.disposable" preserve="true" />
import type { Action, Command, RoleAssignment } from '@streamone/core/catalogue';
import type { Call, PagedCall } from './call/call.js';
import type { CommandsOf } from './commands/command-methods.js';
import type { CallOptions, ScopeOptions, SharedOptions, UntypedCallOptions } from './options/client-options.js';
import type { ResolvedRetry, ResolvedTimeout } from './options/resolve-limits.js';
import type { Permission } from './permissions/explain-can.js';
import type { LoginInput } from './session/login.js';
import type { SessionEndListener } from './session/session-holder.js';
import type { StoredSession } from './session/session-store.js';
import type { SessionEnd, SessionView } from './session/session-view.js';

/** Arguments of an action that is not typed: `undefined` is not sent, `null` is sent empty. */
export type UntypedArguments = Readonly<Record<string, unknown>>;

/** What a client shows of its options: none of them is a secret. */
export interface ClientSettings extends ScopeOptions {
  readonly url: string;
  readonly timezone: string | undefined;
  readonly retry: ResolvedRetry;
  readonly timeout: ResolvedTimeout;
  /** The session that signs, where one does: whose it is, until when it holds, whether it is over. */
  readonly session: SessionView | undefined;
}

/** Options of a login. */
export interface LoginOptions extends Omit<CallOptions, 'cache' | keyof ScopeOptions> {
  /**
   * Asked for a login when the session dies, so that calls go on in a new one, once for all of them.
   * When it fails, or the login does, the session is over for good. Without it a call of a dead
   * session is a SessionError.
   */
  readonly relogin?: ((end: SessionEnd) => LoginInput | Promise<LoginInput>) | undefined;
}

/** What the clients of every runtime have, whoever signs for them. */
export interface BaseClient {
  /** Its options, without who signs. */
  readonly options: ClientSettings;
  /** Calls any action by `command/action`. One that is not declared counts as a write unless `read` is set. */
  call<Row = unknown>(
    path: string,
    args: UntypedArguments | undefined,
    options: UntypedCallOptions & { readonly paged: true },
  ): PagedCall<Row>;
  call<T = unknown>(path: string, args?: UntypedArguments, options?: UntypedCallOptions): Call<T>;
  /** A client with other options and the same connections. A new account, accounts or customer replaces the old scope. */
  with(options: SharedOptions): this;
  /** Whether the actor may use a token, in the client's account(s) or for its customer, or in those given. */
  can(token: string, scope?: ScopeOptions): Promise<boolean>;
  /** The same, with the reason. */
  explainCan(token: string, scope?: ScopeOptions): Promise<Permission>;
  /** The tokens that the platform lists for the actor there; kept for a minute. */
  tokens(scope?: ScopeOptions): Promise<readonly string[]>;
  /** The roles that the actor holds, those of the person in a session; kept for a minute. */
  roles(): Promise<readonly RoleAssignment[]>;
  /** `await using`: ends the session of this client where it has one, else its idle connections. */
  [Symbol.asyncDispose](): Promise<void>;
  /** Ends idle connections, so that a program can end. */
  close(): Promise<void>;
}

/** What every client that signs for itself has, beside the commands that it was given. */
export interface StreamOneClient extends BaseClient {
  /**
   * Logs a person in and gives a client that acts as them. Sessions are for applications: the
   * client's own credentials must be an application's. The password is not sent and not kept.
   *
   * Rejects with a SessionError when the platform refuses; it does not say why.
   */
  login(input: LoginInput, options?: LoginOptions): Promise<this>;
  /** A client that acts in a session which was begun before: as `options.session.save()` gave it, or by its ID from the store. */
  resume(saved: StoredSession | string): Promise<this>;
  /**
   * Ends the session of this client; on this side whatever the platform answers. Rejects where it
   * may live on there, as after a broken connection; not where it was dead already.
   */
  logout(): Promise<void>;
  /** Tells when the session of this client is over for good. @returns what ends the telling */
  on(event: 'sessionend', listener: SessionEndListener): () => void;
}

/** A client with the commands that it was given as members. */
export type Client<Entries extends readonly (Command | Action)[]> = StreamOneClient & CommandsOf<Entries>;
