import { InvalidArgumentError } from '@streamone/core';
import type { Action, RoleAssignment } from '@streamone/core/catalogue';
import type { Call } from './call/call.js';
import { type CallCounter, refusedCall, startCall } from './call/start-call.js';
import type { ActionTable } from './commands/command-members.js';
import { undeclaredAction } from './commands/undeclared-action.js';
import type { CallOptions, ScopeOptions, SharedOptions, UntypedCallOptions } from './options/client-options.js';
import { type ResolvedOptions, deriveOptions } from './options/resolve-options.js';
import type { RightsQuestion } from './permissions/ask-rights.js';
import type { Permission } from './permissions/explain-can.js';
import type { QuestionCache } from './permissions/question-cache.js';
import { askActor } from './relay/ask-actor.js';
import type { LoginInput } from './session/login.js';
import type { SessionEndListener, SessionHolder } from './session/session-holder.js';
import type { CallAction } from './session/session-calls.js';
import type { SessionParts } from './session/session-parts.js';
import type { StoredSession } from './session/session-store.js';
import type { ClientSettings, LoginOptions, UntypedArguments } from './stream-one-client.js';

/** What a client and those derived from it have in common. */
export interface ClientFamily extends CallCounter {
  readonly table: ActionTable;
  readonly questions: QuestionCache;
  create(options: ResolvedOptions): KernelClient;
}

/** What a client is made of: its options, those that sign included, and what it shares with its family. */
export interface ClientInside {
  readonly options: ResolvedOptions;
  readonly family: ClientFamily;
}

const NO_SCOPE: ScopeOptions = { account: undefined, accounts: undefined, customer: undefined };

/** Loaded by the first login. */
/** Loaded by the first question: most programs never ask, and none needs it to begin with. */
const rights = () => import('./permissions/rights.js');

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

  /** What a client is made of, for those of this package that call on behalf of others. */
  static inside(client: KernelClient): ClientInside {
    return { options: client.#options, family: client.#family };
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
      const refused = new InvalidArgumentError({ argument: 'path', expected, given: path });
      return refusedCall(refused, this.#family, options?.paged === true);
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

  async login(input: LoginInput, options: LoginOptions = {}): Promise<this> {
    const { checkLogin, loginCalls, openSession, sessionMaker } = this.#sessions('login');
    checkLogin(input);
    const make = await sessionMaker(this.#options, this.#family.questions);
    const { store, clock } = this.#options;
    return this.#acting(await openSession(input, options, { calls: loginCalls(this.#call), store, clock, make }));
  }

  async resume(saved: StoredSession | string): Promise<this> {
    const { SessionHolder: Holder, resumeSession, sessionMaker } = this.#sessions('resume');
    const make = await sessionMaker(this.#options, this.#family.questions);
    return this.#acting(new Holder(make(await resumeSession(saved, this.#options.store))));
  }

  async logout(): Promise<void> {
    await this.#session('logout').leave(() => this.#sessions('logout').deleteSession(this.#call));
  }

  on(event: 'sessionend', listener: SessionEndListener): () => void {
    if (event === 'sessionend') return this.#session('on').onEnd(listener);
    throw new InvalidArgumentError({ argument: 'event', expected: '"sessionend"', given: event });
  }

  async roles(): Promise<readonly RoleAssignment[]> {
    const { askRoles } = await rights();
    return askRoles(await this.#rights({}));
  }

  async tokens(scope: ScopeOptions = {}): Promise<readonly string[]> {
    const { askTokens } = await rights();
    return askTokens(await this.#rights(scope));
  }

  async can(token: string, scope: ScopeOptions = {}): Promise<boolean> {
    return (await this.explainCan(token, scope)).allowed;
  }

  async explainCan(token: string, scope: ScopeOptions = {}): Promise<Permission> {
    const { askPermission, checkToken } = await rights();
    checkToken(token);
    return askPermission(token, await this.#rights(scope));
  }

  #sessions(asked: string): SessionParts {
    const { sessions } = this.#options;
    if (sessions !== undefined) return sessions;
    const expected = 'a client that can have sessions of its own';
    throw new InvalidArgumentError({ expected, given: `${asked}() of one that can not` });
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

  async #rights(given: ScopeOptions): Promise<RightsQuestion> {
    const { scope, clock } = this.#options;
    const { rightsScope } = await rights();
    return {
      scope: rightsScope(given, scope),
      actor: await askActor(this.#options),
      questions: this.#family.questions,
      now: clock(),
      // The answers are kept here, by actor; a cache of responses would only keep them for longer.
      ask: (action, where) => this.#call(action, {}, { ...NO_SCOPE, ...where, cache: false }),
    };
  }

  readonly #call: CallAction = async (action, args, given) => this.#run(action, args as UntypedArguments, given, true);

  #run(action: Action, args: UntypedArguments, given: CallOptions | undefined, strict: boolean): Call<unknown> {
    return startCall(this.#options, this.#family, { action, args, given, strict });
  }
}
