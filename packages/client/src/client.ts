import { InvalidArgumentError } from '@streamone/core';
import type { Action, RoleAssignment } from '@streamone/core/catalogue';
import type { Call } from './call/call.js';
import { type CallCounter, refusedCall, startCall } from './call/start-call.js';
import type { ActionTable } from './commands/command-members.js';
import { undeclaredAction } from './commands/undeclared-action.js';
import type { CallOptions, ScopeOptions, SharedOptions, UntypedCallOptions } from './options/client-options.js';
import { checkNames } from './options/check-names.js';
import { type ResolvedOptions, deriveOptions } from './options/resolve-options.js';
import { resolveScope } from './options/resolve-scope.js';
import type { RightsQuestion } from './permissions/ask-rights.js';
import type { Permission } from './permissions/explain-can.js';
import type { QuestionCache } from './permissions/question-cache.js';
import { askActor } from './relay/ask-actor.js';
import type { ClientSettings, UntypedArguments } from './stream-one-client.js';

/** What a client and those derived from it have in common. */
export interface ClientFamily extends CallCounter {
  readonly table: ActionTable;
  /** What is known of rights, once somebody asked. */
  questions?: QuestionCache | undefined;
  create(options: ResolvedOptions): KernelClient;
}

/** What a client is made of: its options, those that sign included, and what it shares with its family. */
export interface ClientInside {
  readonly options: ResolvedOptions;
  readonly family: ClientFamily;
}

const SCOPE_NAMES: ReadonlySet<string> = new Set(['account', 'accounts', 'customer']);
const NO_SCOPE: ScopeOptions = { account: undefined, accounts: undefined, customer: undefined };

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
    const { session, sessions } = client.#options;
    return session === undefined || sessions === undefined ? client.close() : sessions.leave(client);
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

  async #rights(given: ScopeOptions): Promise<RightsQuestion> {
    checkNames(given, SCOPE_NAMES);
    const scope = resolveScope(given) ?? this.#options.scope;
    const { checkScope, questionsOf } = await rights();
    checkScope(scope);
    return {
      scope,
      actor: await askActor(this.#options),
      questions: questionsOf(this.#family),
      now: this.#options.clock(),
      ask: async (command, name, output, where) => {
        const action = { ...undeclaredAction(command, name, { read: true }), output };
        // The answers are kept by actor; a cache of responses would only keep them for longer.
        return this.#run(action, {}, { ...NO_SCOPE, ...where, cache: false }, true);
      },
    };
  }

  #run(action: Action, args: UntypedArguments, given: CallOptions | undefined, strict: boolean): Call<unknown> {
    return startCall(this.#options, this.#family, { action, args, given, strict });
  }
}
