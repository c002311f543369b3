import type { SeededRandom } from '../random/seeded-random.js';
import { oneOf } from './draw.js';

const ADJECTIVES = ['Daily', 'Evening', 'Northern', 'Open', 'Quiet', 'Second', 'Special', 'Weekly'] as const;
const NOUNS = ['Archive', 'Debate', 'Football', 'Harbour', 'Interview', 'Music', 'News', 'Weather'] as const;
const FIRST = ['Anna', 'Bram', 'Eva', 'Karim', 'Lotte', 'Noor', 'Ruben', 'Sven'] as const;
const LAST = ['Bakker', 'Dijkstra', 'Jansen', 'Meijer', 'Mulder', 'Visser', 'de Vries', 'Willems'] as const;
const CITIES = ['Amersfoort', 'Deventer', 'Groningen', 'Leiden', 'Maastricht', 'Zwolle'] as const;
const STREETS = ['Havenstraat', 'Kerkstraat', 'Molenweg', 'Stationsplein'] as const;

/** Two words to call something by. */
export function generatedTitle(random: SeededRandom): string {
  return `${oneOf(random, ADJECTIVES)} ${oneOf(random, NOUNS)}`;
}

/** One word in small letters. */
export function generatedWord(random: SeededRandom): string {
  return oneOf(random, NOUNS).toLowerCase();
}

function person(random: SeededRandom): string {
  return `${oneOf(random, FIRST)} ${oneOf(random, LAST)}`;
}

/** What fields of these names are taken to hold, by those of the catalogue. */
const byName: ReadonlyMap<string, (random: SeededRandom) => string> = new Map(
  Object.entries<(random: SeededRandom) => string>({
    description: (random) => `${generatedTitle(random)}, with ${person(random)} in ${oneOf(random, CITIES)}.`,
    author: person,
    copyright: (random) => `© ${person(random)}`,
    firstname: (random) => oneOf(random, FIRST),
    lastname: (random) => oneOf(random, LAST),
    username: (random) => `${oneOf(random, FIRST).toLowerCase()}${random.integer(10, 99)}`,
    email: (random) => `${oneOf(random, FIRST).toLowerCase()}${random.integer(10, 99)}@example.org`,
    mobilephone: (random) => `06-${random.integer(10_000_000, 99_999_999)}`,
    address: (random) => `${oneOf(random, STREETS)} ${random.integer(1, 199)}`,
    zipcode: (random) => `${random.integer(1000, 9999)} AB`,
    city: (random) => oneOf(random, CITIES),
    externalid: (random) => `ext-${random.integer(1000, 9999)}`,
  }),
);

/** A text that a field of this name could hold. */
export function generatedText(field: string, random: SeededRandom): string {
  return (byName.get(field) ?? generatedTitle)(random);
}
