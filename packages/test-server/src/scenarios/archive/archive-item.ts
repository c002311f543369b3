import type { SeededRandom } from '../../random/seeded-random.js';
import type { Item } from '../../state/media-records.js';
import { authors, keywords, places, programmes, subjects } from './words.js';

/** Where the items of the archive belong. */
export interface ArchiveOwner {
  /** ID of the account. */
  readonly account: string;
  /** IDs of the users who made them. */
  readonly users: readonly string[];
  /** IDs of the account's categories. */
  readonly categories: readonly string[];
}

const FIRST = Date.UTC(2014, 0, 1);
const DAY = 86_400_000;
const TEN_YEARS = 3652 * DAY;

function second(time: number): Date {
  return new Date(Math.floor(time / 1000) * 1000);
}

// What follows is made once and shared: making an archive takes as long as what each item has of its own.

const titles = programmes.flatMap((programme) =>
  subjects.flatMap((subject) =>
    places.map((place) => ({
      title: `${programme}: ${subject}, ${place}, no. `,
      description: `${programme} about ${subject}, recorded in ${place}.`,
    })),
  ),
);

const keywordLists = keywords.flatMap((one, at) => [[], [one], [one, keywords[(at + 5) % keywords.length] ?? one]]);

/** Makes the items of an archive one after the other, the oldest first; the same for the same seed. */
export function archiveItems(
  count: number,
  { account, users, categories }: ArchiveOwner,
  random: SeededRandom,
): (at: number) => Item {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random.next() * list.length)];
  const categoryLists = [[], ...categories.map((one) => [one])];
  const step = TEN_YEARS / count;
  const thumbnail = `/thumbnail/account=${account}/item=`;
  const progressive = `/progressive/account=${account}/item=`;
  return (at) => {
    const id = random.id();
    const told = pick(titles);
    const made = FIRST + (at + random.next()) * step;
    const datecreated = second(made);
    const kind = random.next();
    const type = kind < 0.85 ? 'video' : kind < 0.95 ? 'audio' : 'videoonly';
    return {
      id,
      title: (told?.title ?? '') + (at + 1),
      type,
      description: random.next() < 0.6 ? (told?.description ?? null) : null,
      duration: 30 + Math.floor(random.next() ** 3 * 7200),
      datecreated,
      datemodified: random.next() < 0.5 ? datecreated : second(made + random.next() ** 2 * 90 * DAY),
      dateaired: random.next() < 0.7 ? second(made + random.next() * 7 * DAY) : null,
      views: Math.floor(random.next() ** 4 * 50_000),
      keywords: pick(keywordLists) ?? [],
      selectedthumbnailurl: type === 'audio' ? null : `${thumbnail}${id}/poster.jpg`,
      medialink: { progressive: `${progressive}${id}/media.mp4` },
      account,
      user: pick(users) ?? null,
      author: random.next() < 0.4 ? (pick(authors) ?? null) : null,
      copyright: null,
      externalid: random.next() < 0.5 ? `ARCHIVE-${at + 1}` : null,
      externallink: null,
      securityprofile: null,
      livestream: null,
      categories: pick(categoryLists) ?? [],
      archived: random.next() < 0.2,
      protected: false,
      vrtype: null,
    };
  };
}
