import { isSecretName } from '@streamone/core';
import type { CatalogueEntry } from '@streamone/core/catalogue';
import type { Before, Example, ExampleArguments, ExampleValue } from './examples.ts';

function text(value: ExampleValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().replace('.000', '');
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value);
}

const word = (value: string): string => (/^[\w@%+=:,./-]+$/.test(value) ? value : `'${value}'`);

/** A command with its options, on several lines where they are many. */
function wrapped(command: string, given: readonly string[]): string {
  const words = [command, ...given];
  const line = words.join(' ');
  return line.length < 80 ? line : words.join(' \\\n  ');
}

const signer = ({ as = 'user' }: Example): string => (as === 'application' ? 'STREAMONE_AUTH_TYPE=application ' : '');

function options(given: ExampleArguments, isDeclared: (name: string) => boolean): readonly string[] {
  const shown = Object.entries(given).filter(([name]) => !isSecretName(name));
  return shown.map(([name, value]) => {
    if (!isDeclared(name)) return `--arg ${name}=${word(text(value))}`;
    if (value === null) return `--unset ${name}`;
    if (typeof value === 'boolean') return value ? `--${name}` : `--no-${name}`;
    return `--${name} ${word(text(value))}`;
  });
}

/** What reads secrets from stdin, which nobody else on the machine can see, unlike what stands on a command line. */
function secretsOf(given: ExampleArguments): { readonly pipe: string; readonly option: readonly string[] } {
  const secrets = Object.entries(given).filter(([name]) => isSecretName(name));
  if (secrets.length === 0) return { pipe: '', option: [] };
  const json = JSON.stringify(Object.fromEntries(secrets));
  return { pipe: `echo '${json}' | `, option: ['--json-args -'] };
}

function firstCall(before: Before | undefined): { readonly lines: readonly string[]; readonly id: string | undefined } {
  if (before === undefined) return { lines: [], id: undefined };
  const [command = '', action = ''] = before.key.split('/');
  const { pipe, option } = secretsOf(before.arguments);
  const call = `${pipe}streamone ${command} ${action}`;
  const given = [...options(before.arguments, () => true), ...option];
  if (before.gives === undefined) return { lines: [wrapped(call, given)], id: undefined };
  return { lines: [`made=$(${wrapped(call, [...given, '--query id --raw'])})`], id: before.gives };
}

/** The call by the command line. */
export function cliCode({ command, action, arguments: declared }: CatalogueEntry, example: Example): string {
  const { lines, id } = firstCall(example.before);
  const { pipe, option } = secretsOf(example.arguments);
  const given = [...options(example.arguments, (name) => name in declared), ...option];
  const made = id === undefined ? [] : [`--${id} "$made"`];
  return [...lines, wrapped(`${pipe}${signer(example)}streamone ${command} ${action}`, [...made, ...given])].join('\n');
}

/** The call by curl, for which the command line signs. */
export function curlCode({ command, action }: CatalogueEntry, example: Example): string {
  const { lines, id } = firstCall(example.before);
  const given = Object.entries(example.arguments).map(([name, value]) => `${name}=${word(text(value))}`);
  const made = id === undefined ? [] : [`${id}="$made"`];
  const sign = `${signer(example)}streamone sign ${command}/${action}`;
  return [...lines, wrapped(sign, [...made, ...given, '--query curl --raw | sh'])].join('\n');
}
