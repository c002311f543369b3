import type { DataType } from '@streamone/core';
import { Option } from 'commander';
import type { KnownArgument } from '../program/known-action.js';

/** What help calls a value of a type. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  Hash: 'id',
  Label: 'label',
  String: 'text',
  Integer: 'number',
  DateTime: 'date',
  Duration: 'seconds',
  TimeZone: 'zone',
  URL: 'address',
  'IP Mask': 'mask',
};

function placeholder(type: DataType): string {
  if (type.element === undefined) return PLACEHOLDERS[type.name] ?? type.name.toLowerCase().replaceAll(' ', '-');
  const one = placeholder(type.element);
  return `${one}${one.endsWith('s') ? '' : 's'}`;
}

function range({ bounds }: DataType): string {
  if (bounds?.min === undefined && bounds?.max === undefined) return '';
  if (bounds.max === undefined) return `at least ${bounds.min}`;
  return bounds.min === undefined ? `at most ${bounds.max}` : `${bounds.min} to ${bounds.max}`;
}

function describe(name: string, { type, required, default: initially, description = '' }: KnownArgument): string {
  const labels = (type.values ?? type.element?.values ?? []).join(', ');
  // What a program gives as null is unset by an option here.
  const text = description.replaceAll('`null`', `--unset ${name}`);
  const notes = [
    required ? 'required' : '',
    labels === '' ? '' : `known: ${labels}`,
    range(type),
    initially === undefined ? '' : `default: ${typeof initially === 'string' ? initially : JSON.stringify(initially)}`,
  ].filter((each) => each !== '');
  return notes.length === 0 ? text : `${text} [${notes.join('; ')}]`;
}

/** The options for an argument: two for a boolean, which says yes or no. */
export function actionOptions(name: string, argument: KnownArgument): readonly Option[] {
  const { type } = argument;
  const text = describe(name, argument);
  if (type.name === 'Boolean')
    return [new Option(`--${name}`, text), new Option(`--no-${name}`, `the opposite of --${name}`)];
  const option = new Option(`--${name} <${placeholder(type)}>`, text);
  // A list may be given in one option with commas, or by several.
  if (type.element !== undefined) {
    option.argParser((given: string, former?: string) => (former ? `${former},${given}` : given));
  }
  return [option];
}
