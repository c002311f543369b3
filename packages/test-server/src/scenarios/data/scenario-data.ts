import type { NewRecords } from '../../state/record-kinds.js';
import type { JsonForm } from './json-form.js';

/** A user of a scenario, who may have a password in plain text. */
export type ScenarioUser = Omit<JsonForm<NewRecords['users']>, 'password'> & {
  /** In plain text, or as the platform keeps it. */
  readonly password?: string | JsonForm<NewRecords['users']['password']>;
};

/** Who and what `server.credentials` tells, each by its ID or its name. */
export interface ScenarioWho {
  readonly user?: string;
  readonly application?: string;
  /** The username of a user whose password stands in plain text, or both. */
  readonly login?: string | { readonly username: string; readonly password: string };
  readonly account?: string;
  /** That of the account unless given. */
  readonly customer?: string;
}

/**
 * A scenario as data, as a JSON file holds it. Dates are ISO texts. A record names others by their
 * ID, which the scenario may choose, or by their name.
 */
export interface ScenarioData {
  /** Where the JSON Schema is, for editors. */
  readonly $schema?: string;
  /** The name of a scenario that this one adds to, as `studio` or `archive:500`. */
  readonly extends?: string;
  readonly customers?: readonly JsonForm<NewRecords['customers']>[];
  readonly accounts?: readonly JsonForm<NewRecords['accounts']>[];
  readonly roles?: readonly JsonForm<NewRecords['roles']>[];
  readonly services?: readonly JsonForm<NewRecords['services']>[];
  readonly users?: readonly ScenarioUser[];
  readonly applications?: readonly JsonForm<NewRecords['applications']>[];
  readonly livestreams?: readonly JsonForm<NewRecords['livestreams']>[];
  readonly securityprofiles?: readonly JsonForm<NewRecords['securityprofiles']>[];
  readonly items?: readonly JsonForm<NewRecords['items']>[];
  readonly playlists?: readonly JsonForm<NewRecords['playlists']>[];
  readonly metadatakeys?: readonly JsonForm<NewRecords['metadatakeys']>[];
  readonly recordschedules?: readonly JsonForm<NewRecords['recordschedules']>[];
  /** Those of the scenario that this one extends, or the only ones that there are, where none are given; else required. */
  readonly credentials?: ScenarioWho;
}
