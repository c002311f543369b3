import { catalogue, type Action } from '@streamone/core/catalogue';
import { describeStatus, statusTable } from '@streamone/core/statuses';
import type { DataType } from '@streamone/core';
import { knownFields } from '../src/output/known-fields.ts';
import type { ValueSource } from '../src/completion/completion-tree.ts';

type Described = {
  readonly command: string;
  readonly action: string;
  readonly description: string;
  readonly token?: string | undefined;
};

const entries: readonly Described[] = Object.values(catalogue).filter((entry) => entry !== undefined);
const commands = new Set(entries.map(({ command }) => command));

const first = (text: string): string => text.split(/(?<=\.)\s/)[0] ?? '';
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();

const statuses = statusTable.map(([code]) => describeStatus(code));

/** Options that every command names the same. */
const byOption: Readonly<Record<string, ValueSource>> = {
  profile: '@profile',
  account: '@account',
  customer: '@customer',
  timezone: '@zone',
  item: '@item',
  'replace-item': '@item',
  state: '@file',
  'json-args': '@file',
};

/** Arguments of commands, by what they are called. */
const byArgument: Readonly<Record<string, ValueSource>> = {
  file: '@file',
  item: '@item',
  'item|link': '@item',
  livestream: '@livestream',
  profile: '@profile',
  'command/action': entries.map(({ command, action, description }) => `${command}/${action}\t${first(description)}`),
  token: unique(entries.flatMap(({ token }) => token ?? [])),
  'code|name|words': statuses.flatMap(({ code, name, meaning }) => [
    `${code}\t${name}: ${meaning}`,
    `${name}\t${code}: ${meaning}`,
  ]),
};

/** Where the values of an option come from that has no choices of its own. */
export const optionSource = (name: string): ValueSource | undefined => byOption[name];

/** Where the values of an argument come from that has no choices of its own. */
export const argumentSource = (name: string): ValueSource | undefined => byArgument[name];

/** Where the values of an action's argument come from: its known labels, or IDs of what it is named after. */
export function typeSource(name: string, type: DataType): ValueSource | undefined {
  const { name: typeName, values } = type.element ?? type;
  if (values !== undefined && values.length > 0) return values;
  if (typeName === 'TimeZone') return '@zone';
  return typeName === 'Hash' && (commands.has(name) || name === 'account') ? `@${name}` : undefined;
}

/** The fields of an action's answer, those within fields too. */
export function fieldSource({ output }: Action): ValueSource | undefined {
  const found = knownFields(output);
  return found.length === 0 ? undefined : found;
}
