import { REDACTED, isSecretName } from '@streamone/core';
import { fitsMasked } from '../masks/mask-text.js';
import type { RecordedForm, RecordedRequest } from '../recording.js';

/** Who asks does not count: a replay is often asked with other credentials than the recorder was. */
const ACTORS: ReadonlySet<string> = new Set(['user', 'application']);
const NONE: ReadonlySet<string> = new Set();

const LONGEST = 60;

function shown(name: string, value: string | RecordedForm): string {
  if (typeof value !== 'string') return 'a list';
  if (isSecretName(name) && value !== '') return REDACTED;
  return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
}

function fits(recorded: string | RecordedForm, given: string | RecordedForm): boolean {
  if (typeof recorded === 'string') return typeof given === 'string' && fitsMasked(recorded, given);
  return typeof given !== 'string' && compare(recorded, given, NONE).length === 0;
}

function difference(
  name: string,
  recorded: string | RecordedForm | undefined,
  given: string | RecordedForm | undefined,
): string | undefined {
  if (recorded === undefined)
    return given === undefined ? undefined : `${name}: not recorded, given ${shown(name, given)}`;
  if (given === undefined) return `${name}: recorded ${shown(name, recorded)}, not given`;
  if (fits(recorded, given)) return undefined;
  return `${name}: recorded ${shown(name, recorded)}, given ${shown(name, given)}`;
}

function compare(recorded: RecordedForm, given: RecordedForm, ignored: ReadonlySet<string>): string[] {
  const names = new Set([...Object.keys(recorded), ...Object.keys(given)]);
  return [...names].flatMap((name) => {
    const found = ignored.has(name) ? undefined : difference(name, valueOf(recorded, name), valueOf(given, name));
    return found ?? [];
  });
}

function valueOf(form: RecordedForm, name: string): string | RecordedForm | undefined {
  return Object.hasOwn(form, name) ? form[name] : undefined;
}

/** In what a request differs from a recorded one of the same action, in words; nothing where it is the same. */
export function differences(recorded: RecordedRequest, given: RecordedRequest, ignored: ReadonlySet<string>): string[] {
  return [
    ...compare(recorded.parameters, given.parameters, ACTORS),
    ...compare(recorded.arguments, given.arguments, ignored),
  ];
}
