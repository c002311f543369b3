import { addRecord } from '../../state/json/add-record.js';
import { isObject } from '../../state/json/is-object.js';
import { readFields } from '../../state/json/read-fields.js';
import { refuse } from '../../state/json/refuse.js';
import type { Scenario } from '../scenario.js';
import { findByName, namesOf } from './find-by-name.js';
import { readCredentials } from './read-credentials.js';
import { refuseMissing } from './refuse-missing.js';
import { credentialsType, scenarioKinds, scenarioShape } from './scenario-shape.js';

/** Where the data of a scenario come from, for errors. */
export interface ScenarioSource {
  /** What errors call it: the path of the file as it was given, or `scenario`. */
  readonly name: string;
  /** What stands between that and a field. */
  readonly separator: string;
  /** Finds the scenario that one extends. @throws InvalidArgumentError for another name. */
  readonly base: (name: string, path: string) => Scenario;
  /** Passwords that were given in plain text, by username; in the data they are as the state keeps them. */
  readonly passwords?: ReadonlyMap<string, string>;
}

function refusePlain(json: unknown, path: string): void {
  if (!isObject(json) || typeof json['password'] !== 'string') return;
  refuse(`${path}.password`, {
    expected: 'a password as it is kept: { salt, s, v2hash }',
    given: json['password'],
    secret: true,
    advice: 'Plain ones are for startTestServer, or for "await loadScenario(data)", which hashes them.',
  });
}

/**
 * Makes a scenario of data. They are checked when it fills a state.
 *
 * The scenario throws InvalidArgumentError, its argument the path in the data, for what is missing,
 * unknown or of another form, and for a reference to what is not there.
 */
export function scenarioFromData(json: unknown, { name, separator, base, passwords }: ScenarioSource): Scenario {
  return (state, random) => {
    const fields = readFields(scenarioShape, json, name, { separator });
    const extended =
      typeof fields['extends'] === 'string' ? base(fields['extends'], `${name}${separator}extends`) : undefined;
    const credentials = extended?.(state, random);
    for (const kind of scenarioKinds) {
      const records = fields[kind];
      if (!Array.isArray(records)) continue;
      for (const [at, record] of records.entries()) {
        const path = `${name}${separator}${kind}[${at}]`;
        if (kind === 'users') refusePlain(record, path);
        addRecord(state, kind, record, path, {
          resolve: (target, given) => findByName(state, target, given),
          refuseMissing: (target, given, place) => refuseMissing(target, given, namesOf(state, target), place),
        });
      }
    }
    const path = `${name}${separator}credentials`;
    const who = credentialsType.read(fields['credentials'] ?? {}, path, {});
    return readCredentials(who, { state, base: credentials, passwords, path });
  };
}
