import { InvalidArgumentError } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { ActionHandler, Wire } from '../actions/action-handler.js';
import type { Collection } from '../state/collection.js';
import type { State } from '../state/state.js';
import { checkNames } from './check-names.js';
import { answerView } from './answer-view.js';
import { answerCreate, answerDelete, answerEdit } from './answer-writes.js';
import { completeRecord } from './complete-record.js';
import { idArgument } from './find-targets.js';
import { notFoundStatus } from './not-found-status.js';
import { resourceFields } from './resource-fields.js';
import type { OwnRecord } from './own-record.js';
import type { OwnCollection, ResourceModel } from './resource-model.js';
import { resourceRow } from './resource-row.js';
import type {
  NewResourceRecord,
  OpenRow,
  ResourceCall,
  ResourceOptions,
  ResourceRecord,
  RowOf,
} from './resource-options.js';

/** The actions of a command whose view gives rows: what `defineCommand` makes. */
export interface ResourceCommand<Output = unknown> {
  readonly command: string;
  readonly actions: {
    readonly view?: Action<string, string, object, Output>;
    readonly [action: string]: Action | undefined;
  };
}

/** A resource as a server takes it: see {@link Resource}. */
export interface OwnResource {
  /** The command, as `category`. */
  readonly command: string;
  /** What answers `view`, `create`, `edit` and `delete`, as far as they are declared. */
  readonly handlers: readonly ActionHandler[];
  /** The command's further actions. A server that has no handler for them answers with generated data. */
  readonly declared: readonly Action[];
  /** Puts its first records into a state. */
  fill(state: State, account: string): void;
}

/** An entity that a server keeps. It can be given to any number of servers; each has records of its own. */
export interface Resource<Row = OpenRow> extends OwnResource {
  /**
   * The records in one server, to read and to change: of a server, or of the call that a handler answers.
   *
   * @throws InvalidArgumentError for a server that was not given the resource.
   */
  rows(holder: { readonly state: State }): Collection<ResourceRecord<Row>, NewResourceRecord<Row>>;
  /** A record as it is sent, for handlers of further actions. */
  row(record: ResourceRecord<Row>, call: ResourceCall): Wire<Row>;
}

const MAKERS: Readonly<Record<string, (model: ResourceModel, action: Action) => ActionHandler>> = {
  view: answerView,
  create: answerCreate,
  edit: answerEdit,
  delete: answerDelete,
};

function checkActions(command: string, actions: readonly Action[]): void {
  if (!actions.some(({ action }) => Object.hasOwn(MAKERS, action))) {
    throw new InvalidArgumentError({
      argument: `resource(${command})`,
      expected: 'a command with one of the actions view, create, edit and delete',
      given: actions.map(({ action }) => action),
    });
  }
  for (const action of actions) {
    if (action.action !== 'edit' && action.action !== 'delete') continue;
    if (idArgument(command, action) !== undefined) continue;
    throw new InvalidArgumentError({
      argument: `resource(${command}).${action.action}`,
      expected: `an action with an argument "${command}" or "id", which names the record`,
      given: Object.keys(action.arguments),
    });
  }
}

const OPTIONS: readonly string[] = [
  'rows',
  'defaults',
  'notFound',
  'filters',
  'show',
  'check',
] satisfies readonly (keyof ResourceOptions<OpenRow>)[];

/** A row may have what is declared of it. Where arguments are open, or nothing is declared, it may have anything. */
function checkRow({ fields }: ResourceModel, actions: readonly Action[], row: object, place: string): void {
  const declared = Object.keys(fields);
  if (declared.length === 0 || actions.some(({ openArguments }) => openArguments)) return;
  checkNames(place, Object.keys(row), [...new Set(['id', 'account', ...declared])]);
}

function recordsIn(state: State, command: string): OwnCollection {
  const found = state.own.get(command);
  if (found !== undefined) return found;
  throw new InvalidArgumentError({
    argument: 'server',
    expected: `a server with the resource "${command}" among its actions`,
    given: [...state.own.keys()],
  });
}

/**
 * Makes an entity that a server keeps, of the command that declares it: `view`, `create`, `edit` and `delete`
 * are answered as the API's habits have it. Which habits a real action follows is inferred.
 *
 * @throws InvalidArgumentError for a command that has none of the four actions, an edit that names no record, or an
 *   option that is none. A row that has a field too many is refused when a server starts.
 */
export function resource<Output = unknown>(
  { command, actions }: ResourceCommand<Output>,
  options: ResourceOptions<RowOf<NoInfer<Output>>> = {},
): Resource<RowOf<Output>> {
  checkNames(`resource(${command})`, Object.keys(options), OPTIONS);
  const all = Object.values(actions).filter((action) => action !== undefined);
  checkActions(command, all);
  const four = all.filter(({ action }) => Object.hasOwn(MAKERS, action));
  const model: ResourceModel = {
    command,
    fields: resourceFields(command, all),
    perAccount: four.some(({ needs }) => needs !== 'nothing'),
    // The declaration types the rows for who gives the options; in here they are read by that declaration.
    options: options as unknown as ResourceOptions<OpenRow>,
    notFound: ({ errors }) => options.notFound ?? notFoundStatus(command, errors),
    records: (state) => recordsIn(state, command),
  };
  const rows = ({ state }: { readonly state: State }): OwnCollection => recordsIn(state, command);
  const row = (record: OwnRecord, call: ResourceCall): object => resourceRow(model, record, undefined, call);
  return {
    command,
    handlers: four.flatMap((action) => MAKERS[action.action]?.(model, action) ?? []),
    declared: all.filter((action) => !four.includes(action)),
    fill(state, account) {
      const records = state.newOwn(command, (given, making) => completeRecord(model, given, making));
      for (const [index, given] of (model.options.rows ?? []).entries()) {
        const place = `resource(${command}).rows[${index}]`;
        checkRow(model, all, given, place);
        records.add({ ...(model.perAccount && { account }), ...given }, place);
      }
    },
    // As with the options: they hold what the declaration says.
    ...({ rows, row } as unknown as Pick<Resource<RowOf<Output>>, 'rows' | 'row'>),
  };
}
