import type { Action } from '@streamone/core/catalogue';
import type { Collection } from '../state/collection.js';
import type { State } from '../state/state.js';
import type { Fields } from './argument-role.js';
import type { NewOwnRecord, OwnRecord } from './own-record.js';
import type { OpenRow, ResourceOptions } from './resource-options.js';

/** The records of a resource in one server. */
export type OwnCollection = Collection<OwnRecord, NewOwnRecord>;

/** What the actions of a resource have in common. */
export interface ResourceModel {
  /** The command, as `category`. */
  readonly command: string;
  /** The fields of its row; none where they are not known. */
  readonly fields: Fields;
  /** Whether rows are kept by account: whether any of the actions needs one. */
  readonly perAccount: boolean;
  readonly options: ResourceOptions<OpenRow>;
  /** The status when a record is not there. */
  notFound(action: Action): number;
  /** Its records. @throws InvalidArgumentError for a server that was not given the resource. */
  records(state: State): OwnCollection;
}
