import { InvalidArgumentError } from '@streamone/core';
import { anchor } from './links.ts';
import { code, fence, mark, page, plain, table } from './markdown.ts';
import { type ToldType, toldTypes } from './told-types.ts';

const shown = (value: unknown): string => {
  if (value instanceof Date) return `new Date('${value.toISOString()}')`;
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
};

function refusal({ type }: ToldType, value: unknown): string {
  try {
    type.encode(value);
  } catch (error) {
    if (error instanceof InvalidArgumentError) return plain(error.message);
    throw error;
  }
  throw new Error(`${type.name} takes ${shown(value)}, which its page says is refused`);
}

function section(told: ToldType): readonly string[] {
  const { name, type, text, argument, response, given, refused, received } = told;
  const sent = given.map((value) => [code(shown(value)), code(type.encode(value)), '']);
  const not = refused.map((value) => [code(shown(value)), 'refused', refusal(told, value)]);
  const read = received.map((value) => [
    code(JSON.stringify(value)),
    code(shown(type.decode(value, { timezone: 'Europe/Amsterdam' }))),
  ]);
  return [
    `## ${name} {#${anchor(name)}}`,
    text,
    `**As an argument:** ${argument}`,
    table(['Given', 'Sent', 'Why not'], [...sent, ...not]),
    `**In a response:** ${response}`,
    table(['Received', 'Read as'], read),
    fence('json', JSON.stringify(type.jsonSchema, undefined, 2)),
  ];
}

/** The page of the data types: what each takes, how it is sent, and how it is read. */
export function dataTypesPage(): string {
  return page({ title: 'Data types', description: 'How the values of the API are written and read.' }, [
    '# Data types',
    `An argument is sent as text, in a form; a response is JSON. For every type, \`null\` as an argument is sent empty, which unsets it. ${mark('documented')}`,
    'Below, each type with what the client takes and refuses before anything is sent, and how it reads responses. The tables are made by the library itself, with dates of a response in the zone Europe/Amsterdam. What contradicts its type in a response is left as it came, and told to `onMismatch`; `strict: true` throws. The JSON Schema is that of the value in a response, [as files too](/reference/machine-readable).',
    ...toldTypes.flatMap(section),
  ]);
}
