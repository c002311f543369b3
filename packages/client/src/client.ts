import { type Credentials, InvalidArgumentError, isApiError } from '@streamone/core';
import type { Action, RoleAssignment } from '@streamone/core/catalogue';
import { sessionCreate, sessionDelete, sessionInitialize } from '@streamone/core/catalogue';
import { actorKey } from './cache/cache-key.js';
import { CallHandle } from './call/call-handle.js';
import type { Call, CallResponse, Page } from './call/call.js';
import { PagedCallHandle } from './call/paged-call-handle.js';
import type { ActionTable } from './commands/command-members.js';
import { undeclaredAction } from './commands/undeclared-action.js';
import type { CallOptions, ScopeOptions, SharedOptions, UntypedCallOptions } from './options/client-options.js';
import { type ResolvedOptions, deriveOptions } from './options/resolve-options.js';
import { resolveScope } from './options/resolve-scope.js';
import { type RightsQuestion, askPermission, askRoles, askTokens } from './permissions/ask-rights.js';
import type { Permission } from './permissions/explain-can.js';
import type { QuestionCache } from './permissions/question-cache.js';
import { askCredentials } from './pipeline/ask-credentials.js';
import type { ClockOffset } from './pipeline/clock-offset.js';
import { performCall } from './pipeline/perform-call.js';
import { applicationOf, checkLogin } from './session/check-login.js';
import { type LoginCalls, type LoginInput, login } from './session/login.js';
import { resumeSession } from './session/resume-session.js';
import { type SessionEndListener, SessionHolder } from './session/session-holder.js';
import type { StoredSession } from './session/session-store.js';
import { Session, type SessionEnd } from './session/session.js';
import type { ClientSettings, LoginOptions, UntypedArguments } from './stream-one-client.js';

/** What a client and those derived from it have in common. */
export interface ClientFamily {
  readonly table: ActionTable;
  readonly clockOffset: ClockOffset;
  readonly questions: QuestionCache;
  /** Begins the numbers of calls. */
  readonly name: string;
  calls: number;
  create(options: ResolvedOptions): KernelClient;
}

const NO_SCOPE: ScopeOptions = { account: undefined, accounts: undefined, customer: undefined };

const PATH = /^([a-z][a-z0-9]*)\/([a-z][a-z0-9]*)$/;

/** A client without the members of its commands; see `StreamOneClient` for what each of its own does. */
export class KernelClient {
  readonly #options: ResolvedOptions;
  readonly #family: ClientFamily;

  constructor(options: ResolvedOptions, family: ClientFamily) {
    this.#options = options;
    this.#family = family;
  }

  /** Runs an action for a member of a command. */
  static run(client: KernelClient, action: Action, args: object | undefined, options: object | undefined): unknown {
    return client.#run(action, (args ?? {}) as UntypedArguments, options, true);
  }

  /** Ends what a client began: its session where it has one, else its idle connections. */
  static dispose(client: KernelClient): Promise<void> {
    return client.#options.session === undefined ? client.close() : client.logout();
  }

  get options(): ClientSettings {
    const { url, scope, timezone, retry, timeout, session } = this.#options;
    return { url, ...scope, timezone, retry, timeout, session: session?.current };
  }

  call(path: string, args: UntypedArguments = {}, options?: UntypedCallOptions): Call<unknown> {
    const [, command = '', name = ''] = PATH.exec(path) ?? [];
    if (command === '') {
      const expected = 'command/action, as "item/view"';
      const refused = Promise.reject(new InvalidArgumentError({ argument: 'path', expected, given: path }));
      const nothing = { command: '', action: '', offset: 0, limit: 0, request: () => refused };
      const paged = options?.paged === true;
      return paged ? new PagedCallHandle<unknown>(refused, nothing) : new CallHandle<unknown>(refused);
    }
    const declared = this.#family.table.get(command)?.get(name);
    if (options === undefined && declared !== undefined) return this.#run(declared, args, undefined, false);
    const action = declared ?? undeclaredAction(command, name, options ?? {});
    const { read = action.readOnly, paged = action.paged, ...ofCall } = options ?? {};
    return this.#run({ ...action, readOnly: read, paged }, args, ofCall, false);
  }

  with(given: SharedOptions): this {
    return this.#family.create(deriveOptions(this.#options, given)) as this;
  }

  async close(): Promise<void> {
    await this.#options.transport.close?.();
  }

  async login(input: LoginInput, { relogin, ...options }: LoginOptions = {}): Promise<this> {
    const application = applicationOf(await askCredentials(this.#options.auth));
    const { store, clock } = this.#options;
    const begin = async (who: LoginInput): Promise<Session> => {
      checkLogin(who);
      const stored = await login(who, this.#loginCalls(), clock, options);
      await store.save(stored);
      return new Session(stored, application, store, clock);
    };
    const renew = relogin && (async (end: SessionEnd): Promise<Session> => begin(await relogin(end)));
    return this.#acting(new SessionHolder(await begin(input), renew));
  }

  async resume(saved: StoredSession | string): Promise<this> {
    const application = applicationOf(await askCredentials(this.#options.auth));
    const { store, clock } = this.#options;
    const stored = await resumeSession(saved, store);
    return this.#acting(new SessionHolder(new Session(stored, application, store, clock)));
  }

  async logout(): Promise<void> {
    const holder = this.#session('logout');
    const { current } = holder;
    if (current.end !== undefined) {
      await holder.lost(current, 'logout');
      return;
    }
    try {
      await this.#run(sessionDelete, {}, NO_SCOPE, false);
    } catch (error) {
      // A session that the platform does not know any more is what was asked for.
      if (!isApiError(error) || error.kind !== 'session') throw error;
    } finally {
      // Whatever the platform said, it is over here. Source: protocol, observed.
      this.#family.questions.forget(actorKey(current.credentials));
      await holder.lost(current, 'logout');
    }
  }

  on(event: 'sessionend', listener: SessionEndListener): () => void {
    if (event === 'sessionend') return this.#session('on').onEnd(listener);
    throw new InvalidArgumentError({ argument: 'event', expected: '"sessionend"', given: event });
  }

  async roles(): Promise<readonly RoleAssignment[]> {
    return askRoles(await this.#rights({}));
  }

  async tokens(scope: ScopeOptions = {}): Promise<readonly string[]> {
    return askTokens(await this.#rights(scope));
  }

  async can(token: string, scope: ScopeOptions = {}): Promise<boolean> {
    return (await this.explainCan(token, scope)).allowed;
  }

  async explainCan(token: string, scope: ScopeOptions = {}): Promise<Permission> {
    if (typeof token === 'string' && token !== '') return askPermission(token, await this.#rights(scope));
    throw new InvalidArgumentError({
      argument: 'token',
      expected: 'the name of a token, as "item-read"',
      given: token,
    });
  }

  #session(asked: string): SessionHolder {
    const { session } = this.#options;
    if (session !== undefined) return session;
    throw new InvalidArgumentError({
      expected: 'a client with a session, as login() gives it',
      given: `${asked}() of one without`,
    });
  }

  #acting(holder: SessionHolder): this {
    return this.#family.create({ ...this.#options, auth: () => holder.credentials, session: holder }) as this;
  }

  #loginCalls(): LoginCalls {
    const call = <T>(action: Action, args: object, options: CallOptions): Promise<T> =>
      this.#run(action, args as UntypedArguments, { ...options, ...NO_SCOPE, cache: false }, true) as Promise<T>;
    return {
      initialize: (args, options) => call(sessionInitialize, args, options),
      create: (args, options) => call(sessionCreate, args, options),
    };
  }

  async #rights(given: ScopeOptions): Promise<RightsQuestion> {
    const { auth, scope, clock } = this.#options;
    const credentials: Credentials = await askCredentials(auth);
    return {
      credentials,
      scope: resolveScope(given) ?? scope,
      questions: this.#family.questions,
      now: clock(),
      // The answers are kept here, by actor; a cache of responses would only keep them for longer.
      ask: (action, where) => this.#run(action, {}, { ...NO_SCOPE, ...where, cache: false }, true),
    };
  }

  #run(action: Action, args: UntypedArguments, options: CallOptions | undefined, strict: boolean): Call<unknown> {
    const send = (given: UntypedArguments): Promise<CallResponse<unknown>> =>
      this.#send(action, given, options, strict);
    if (!action.paged) return new CallHandle(send(args));
    return new PagedCallHandle<unknown>(send(args) as Promise<CallResponse<Page<unknown>>>, {
      command: action.command,
      action: action.action,
      offset: Number(args['offset'] ?? 0),
      limit: Number(args['limit'] ?? action.arguments['limit']?.default ?? 20),
      request: (offset) => send({ ...args, offset }) as Promise<CallResponse<Page<unknown>>>,
    });
  }

  async #send(
    action: Action,
    args: UntypedArguments,
    given: CallOptions | undefined,
    strict: boolean,
  ): Promise<CallResponse<unknown>> {
    const { clockOffset, name } = this.#family;
    const requestId = `${name}-${(this.#family.calls += 1)}`;
    try {
      return await performCall(this.#options, { action, args, given, strict, requestId, clockOffset });
    } catch (error) {
      const place = { command: action.command, action: action.action, requestId };
      throw error instanceof InvalidArgumentError ? error.at(place) : error;
    }
  }
}
