import type { ActionCall } from '../actions/action-handler.js';
import type { OwnRecord } from './own-record.js';

/** A row of which nothing is declared. */
export interface OpenRow {
  readonly [field: string]: unknown;
}

/** What a row is, by what a view answers. */
export type RowOf<Output> = Output extends readonly (infer Row extends object)[]
  ? Row
  : Output extends object
    ? Output
    : OpenRow;

/** A record of a resource: its row as a client reads it, and the ID of its account. */
export type ResourceRecord<Row> = Omit<Row, 'id' | 'account'> & Pick<OwnRecord, 'id' | 'account'>;

/** What may be given of a record to add it; whatever is left out is filled in. */
export type NewResourceRecord<Row> = Partial<ResourceRecord<Row>>;

/** A request to an action of a resource: its arguments are read, `null` where they were sent empty. */
export interface ResourceCall extends Omit<ActionCall<object>, 'arguments'> {
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** A change that is about to happen. */
export interface ResourceChange<Row> {
  /** `undefined` where the record is being made. */
  readonly before: ResourceRecord<Row> | undefined;
  /** `undefined` where it is being deleted. */
  readonly after: ResourceRecord<Row> | undefined;
  readonly call: ResourceCall;
}

/** Options of a resource; none is needed. */
export interface ResourceOptions<Row> {
  /** What is there at first. Rows without an account are in that of the scenario's credentials. */
  readonly rows?: readonly NewResourceRecord<Row>[];
  /** What new records have where neither the request nor its action's declaration says otherwise. */
  readonly defaults?: Partial<ResourceRecord<Row>>;
  /** The status when a record is not there: the command's own `…_NOT_FOUND` unless given, else 6. */
  readonly notFound?: number;
  /** What arguments of the view mean, beyond the API's habit: whether a record belongs into the list for a value, never null. */
  readonly filters?: {
    readonly [argument: string]: (record: ResourceRecord<Row>, value: unknown, call: ResourceCall) => boolean;
  };
  /** Gives fields that are not kept but worked out when a row is sent: they take the place of those kept. */
  readonly show?: (record: ResourceRecord<Row>, call: ResourceCall) => Partial<Row>;
  /** Asked before each change that a request makes; throws a `Refusal` to refuse it. */
  readonly check?: (change: ResourceChange<Row>) => void;
}
