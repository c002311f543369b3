import {
  type DataType,
  arrayOf,
  bool,
  dateTime,
  duration,
  hash,
  integer,
  ipMask,
  keywords,
  label,
  text,
  timeZone,
  url,
} from '@streamone/core';
import { mark } from './markdown.ts';

/** A data type with what is told about it, in Markdown, and values to show it by. */
export interface ToldType {
  readonly name: string;
  readonly type: DataType;
  readonly text: string;
  readonly argument: string;
  readonly response: string;
  readonly given: readonly unknown[];
  readonly refused: readonly unknown[];
  readonly received: readonly unknown[];
}

const documented = mark('documented');
const observed = mark('observed');
const inferred = mark('inferred');

/** Every data type that arguments and fields have. */
export const toldTypes: readonly ToldType[] = [
  {
    name: 'Hash',
    type: hash(),
    text: `An ID. ${documented}`,
    argument: `1 to 64 letters, digits, \`_\` and \`-\`; today’s have 12 characters, old ones 6 to 10. ${observed}`,
    response: `The same. ${observed}`,
    given: ['Mn9mdVb-02mA'],
    refused: ['not an ID', 12],
    received: ['Mn9mdVb-02mA'],
  },
  {
    name: 'String',
    type: text(),
    text: `Any text. ${documented}`,
    argument:
      'Sent as it is, in UTF-8. Half of an emoji can’t be sent faithfully and is refused. How long it may be is not known.',
    response: `A string. ${documented}`,
    given: ['Café 🎬', ''],
    refused: [12],
    received: ['Café 🎬'],
  },
  {
    name: 'Label',
    type: label('video', 'audio', 'videoonly'),
    text: `A short fixed word. ${documented}`,
    argument:
      'One word without comma. Those known are offered by the editor; another is sent as well, since a new one may appear any day.',
    response: `A string, also one that is not known. ${documented}`,
    given: ['video', 'hologram'],
    refused: ['two words'],
    received: ['video', 'hologram'],
  },
  {
    name: 'Boolean',
    type: bool(),
    text: `True or false. ${documented}`,
    argument: `Sent as \`1\` or \`0\`. ${documented}`,
    response: `\`true\` or \`false\`. ${documented}`,
    given: [true, false],
    refused: [1, 'yes'],
    received: [true],
  },
  {
    name: 'Integer',
    type: integer({ min: 0 }),
    text: `A whole number. ${documented} Here one that is at least 0, as \`limit\`.`,
    argument: 'A safe integer (up to 2⁵³ − 1), within the bounds that the action names.',
    response: `A number. ${documented}`,
    given: [0, 20],
    refused: [-1, 1.5, '20'],
    received: [40],
  },
  {
    name: 'DateTime',
    type: dateTime(),
    text: `A moment, to the second. ${documented}`,
    argument: `A \`Date\`, which goes out with \`@UTC\` and so depends on nothing, or a wall clock as text: with \`@\` and a zone, or in the zone of the request, else in that of who asks. ${documented}`,
    response: `A wall clock in the zone that the response’s header names, ${documented} read as a \`Date\`. One that a change of the clocks skips is read as moved forwards, one that comes twice as the earlier. What can’t be read stays text.`,
    given: [new Date('2024-01-01T00:00:00Z'), '2024-01-01 00:00:00', '2024-01-01 00:00:00@Europe/London'],
    refused: ['2024-01-01', '2024-02-30 00:00:00'],
    received: ['2024-07-01 12:00:00'],
  },
  {
    name: 'Duration',
    type: duration(),
    text: 'A length of time, in seconds.',
    argument: `A whole number, not negative. ${documented}`,
    response: `A number of seconds. The text that an item’s \`duration\` comes as has no documented form: seconds and \`[H:]MM:SS\` are read. ${inferred}`,
    given: [3600],
    refused: [-1, 0.5],
    received: ['1:30:00', '97.4', 60],
  },
  {
    name: 'TimeZone',
    type: timeZone(),
    text: `The IANA name of a zone. ${documented}`,
    argument: 'Which names are known is for the platform to say: only the form is checked.',
    response: `The same. ${documented}`,
    given: ['Europe/Amsterdam'],
    refused: ['Central European Time'],
    received: ['Europe/Amsterdam'],
  },
  {
    name: 'URL',
    type: url(),
    text: `An address. ${documented}`,
    argument: 'With its scheme, without blanks.',
    response: `Text, which is not checked further. ${documented}`,
    given: ['https://example.org/a?b=c'],
    refused: ['example.org'],
    received: ['https://example.org/a?b=c'],
  },
  {
    name: 'IP Mask',
    type: ipMask(),
    text: `A mask of IP addresses. ${documented} Its form is not known.`,
    argument: 'Up to 1,000 characters without blanks; `null` lifts the limit.',
    response: `Text, or null. ${documented}`,
    given: ['192.0.2.0/24'],
    refused: ['192.0.2.1, 192.0.2.2'],
    received: ['192.0.2.0/24'],
  },
  {
    name: 'Array',
    type: arrayOf(hash()),
    text: `A list of another type, here of IDs. ${documented}`,
    argument: `The elements, joined by commas: ${documented} none may hold one. An empty list is refused, since it would be sent empty and so unset the argument.`,
    response: `A JSON array. ${documented}`,
    given: [['Mn9mdVb-02mA', 'cC2ouyKCDuaN']],
    refused: [[], ['a,b']],
    received: [['Mn9mdVb-02mA']],
  },
  {
    name: 'String, comma-separated',
    type: keywords(),
    text: 'Keywords.',
    argument: `A list, or text with commas between them. ${documented}`,
    response: `A JSON array. ${observed}`,
    given: [['news', 'sport'], 'news,sport'],
    refused: [['news,sport']],
    received: [['news', 'sport']],
  },
];
