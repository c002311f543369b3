import { InvalidArgumentError, arrayOf, open } from '@streamone/core';
import type { Action, Command } from '@streamone/core/catalogue';
import { CallHandle } from './call/call-handle.js';
import type { Call, CallResponse, Page, PagedCall } from './call/call.js';
import { HttpView } from './call/http-view.js';
import { PagedCallHandle } from './call/paged-call-handle.js';
import { type ActionTable, defineCommandMembers } from './commands/command-members.js';
import type { CommandsOf } from './commands/command-methods.js';
import type { CallOptions, ScopeOptions, SharedOptions, UntypedCallOptions } from './options/client-options.js';
import { type ResolvedOptions, callOptions, deriveOptions } from './options/resolve-options.js';
import { checkNeeds } from './pipeline/check-needs.js';
import { ClockOffset } from './pipeline/clock-offset.js';
import { decodeBody } from './pipeline/decode-body.js';
import { executeCall } from './pipeline/execute-call.js';
import { PendingCall } from './pipeline/pending-call.js';
import { prepareArguments } from './pipeline/prepare-arguments.js';

/** Arguments of an action that is not typed: `undefined` is not sent, `null` is sent empty. */
export type UntypedArguments = Readonly<Record<string, unknown>>;

/** What a client shows of its options: none of them is a secret. */
export interface ClientSettings extends ScopeOptions {
  readonly url: string;
  readonly timezone: string | undefined;
  readonly retry: ResolvedOptions['retry'];
  readonly timeout: ResolvedOptions['timeout'];
}

/** What every client has, beside the commands that it was given. */
export interface StreamOneClient {
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
  /** Ends idle connections, so that a program can end. */
  close(): Promise<void>;
}

/** A client with the commands that it was given as members. */
export type Client<Entries extends readonly (Command | Action)[]> = StreamOneClient & CommandsOf<Entries>;

/** What a client and those derived from it have in common. */
interface Shared {
  readonly table: ActionTable;
  create(options: ResolvedOptions): KernelClient;
  readonly clockOffset: ClockOffset;
  readonly name: string;
  calls: number;
}

const NO_OPTIONS: CallOptions = Object.freeze({});

const PATH = /^([a-z][a-z0-9]*)\/([a-z][a-z0-9]*)$/;

function undeclared(command: string, action: string, { read = false, paged = false }: UntypedCallOptions): Action {
  return {
    command,
    action,
    arguments: {},
    openArguments: true,
    output: paged ? (arrayOf(open()) as Action['output']) : open(),
    needs: 'nothing',
    actors: ['user', 'application', 'session'],
    token: undefined,
    errors: [],
    readOnly: read,
    paged,
  };
}

/** Not enumerable: a page is compared, copied and written as the plain array that it is. */
function setTotal(page: unknown[], count: unknown): void {
  Object.defineProperty(page, 'total', { value: typeof count === 'number' ? count : undefined });
}

class KernelClient {
  readonly #options: ResolvedOptions;
  readonly #shared: Shared;

  constructor(options: ResolvedOptions, shared: Shared) {
    this.#options = options;
    this.#shared = shared;
  }

  static run(client: KernelClient, action: Action, args: object | undefined, options: object | undefined): unknown {
    return client.#run(action, (args ?? {}) as UntypedArguments, options ?? NO_OPTIONS, true);
  }

  get options(): ClientSettings {
    const { url, scope, timezone, retry, timeout } = this.#options;
    return { url, ...scope, timezone, retry, timeout };
  }

  call(path: string, args: UntypedArguments = {}, options: UntypedCallOptions = NO_OPTIONS): Call<unknown> {
    const [, command = '', name = ''] = PATH.exec(path) ?? [];
    if (command === '') {
      const error = new InvalidArgumentError({
        argument: 'path',
        expected: 'command/action, as "item/view"',
        given: path,
      });
      const refused = Promise.reject(error);
      const nothing = { command: '', action: '', offset: 0, limit: 0, request: () => refused };
      return options.paged === true ? new PagedCallHandle<unknown>(refused, nothing) : new CallHandle<unknown>(refused);
    }
    const declared = this.#shared.table.get(command)?.get(name);
    if (options === NO_OPTIONS && declared !== undefined) return this.#run(declared, args, options, false);
    const action = declared ?? undeclared(command, name, options);
    const { read = action.readOnly, paged = action.paged, ...ofCall } = options;
    return this.#run({ ...action, readOnly: read, paged }, args, ofCall, false);
  }

  with(given: SharedOptions): this {
    return this.#shared.create(deriveOptions(this.#options, given)) as this;
  }

  async close(): Promise<void> {
    await this.#options.transport.close?.();
  }

  #run(action: Action, args: UntypedArguments, options: CallOptions, strict: boolean): Call<unknown> {
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
    given: CallOptions,
    strict: boolean,
  ): Promise<CallResponse<unknown>> {
    const requestId = `${this.#shared.name}-${(this.#shared.calls += 1)}`;
    try {
      return await this.#perform(action, args, given, strict, requestId);
    } catch (error) {
      const place = { command: action.command, action: action.action, requestId };
      throw error instanceof InvalidArgumentError ? error.at(place) : error;
    }
  }

  async #perform(
    action: Action,
    args: UntypedArguments,
    given: CallOptions,
    strict: boolean,
    requestId: string,
  ): Promise<CallResponse<unknown>> {
    const { clockOffset } = this.#shared;
    const pairs = prepareArguments(action, args, strict);
    const options = given === NO_OPTIONS ? this.#options : callOptions(this.#options, given);
    if (strict) checkNeeds(action, options.scope);
    const pending = new PendingCall({ action, pairs, options, clockOffset, requestId, signal: given.signal });
    const answer = await executeCall(pending);
    const body = decodeBody(action, answer, options);
    if (action.paged && Array.isArray(body)) setTotal(body, answer.header.count);
    const { header, attempts, http } = answer;
    return { body, header, http: new HttpView(http), attempts, cached: false, requestId };
  }
}

/** Makes the first client of a family: those that `with` derives share its commands and what it learns of the clock. */
export function createClientFamily(options: ResolvedOptions, table: ActionTable): StreamOneClient {
  // Its name is what a dump of a client shows.
  class StreamOne extends KernelClient {}
  defineCommandMembers(StreamOne.prototype, table, (client, action, args, given) =>
    KernelClient.run(client as KernelClient, action, args, given),
  );
  const shared: Shared = {
    table,
    clockOffset: new ClockOffset(),
    name: Math.random().toString(36).slice(2, 8),
    calls: 0,
    create: (derived) => new StreamOne(derived, shared),
  };
  return shared.create(options) as unknown as StreamOneClient;
}
