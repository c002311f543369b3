// Measurements in a process of their own, one for each zone and each its first use, printed as JSON:
// milliseconds to parse 10,000 rows, and to decode their dates. The first of them is the cold one.
import { arrayOf, dateTime, object } from '@streamone/core';

interface Dates {
  readonly datecreated: Date;
  readonly datemodified: Date;
  readonly dateaired: Date;
}

const DAY = 86_400_000;
const first = Date.UTC(2010, 0, 1);
const wall = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

/** A full row of `item/view`, some 900 bytes, its dates spread over 15 years. */
function row(index: number): object {
  const created = first + ((index * 7919) % 10_000) * ((15 * 365 * DAY) / 10_000);
  const id = `item${String(index).padStart(8, '0')}`;
  return {
    id,
    title: `Evening programme number ${index}: a conversation about the sea`,
    type: 'video',
    description: 'A long talk with people who live by the water, about tides, dikes and what comes next. '.repeat(3),
    duration: '0:42:17',
    datecreated: wall(created),
    datemodified: wall(created + (index % 400) * DAY),
    dateaired: wall(created + 3 * DAY + index * 1000),
    views: index * 13,
    keywords: ['sea', 'conversation', 'evening'],
    selectedthumbnailurl: `https://media.streamonecloud.net/progressive/account=Mn9mdVb-02mA/item=${id}/poster.jpg`,
    medialink: {
      progressive: `https://media.streamonecloud.net/progressive/account=Mn9mdVb-02mA/item=${id}/video.mp4`,
      hls: `https://media.streamonecloud.net/hls/account=Mn9mdVb-02mA/item=${id}/video.m3u8`,
    },
    account: { id: 'Mn9mdVb-02mA', name: 'Harbour Studio' },
  };
}

const text = JSON.stringify(Array.from({ length: 10_000 }, (_, index) => row(index)));
const type = arrayOf(
  object<Dates>('Dates', { datecreated: dateTime(), datemodified: dateTime(), dateaired: dateTime() }),
);

const zones = [
  'Europe/Amsterdam',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'Asia/Tehran',
  'Europe/Moscow',
  'Pacific/Auckland',
  'America/Santiago',
  'Europe/Athens',
];
const measured = zones.map((timezone) => {
  const started = performance.now();
  const rows: unknown = JSON.parse(text);
  const parsed = performance.now();
  type.decode(rows, { timezone });
  return { parse: parsed - started, decode: performance.now() - parsed };
});
console.log(JSON.stringify(measured));
