/** What the titles of the archive are made of: a programme, a subject and a place. */
export const programmes: readonly string[] = [
  'Avondjournaal',
  'Morning news',
  'Weather forecast',
  'Sports round-up',
  'Harbour report',
  'Studio Zuidwester',
  'Radio talk',
  'Lecture',
  'Documentary',
  'Interview',
  'Concert',
  'Debate',
  'Reportage',
  'Children’s hour',
  'Archive footage',
  'Press conference',
];

/** What it is about. */
export const subjects: readonly string[] = [
  'high tide',
  'the new bridge',
  'council elections',
  'the storm of the year',
  'school holidays',
  'dikes and polders',
  'the fish auction',
  'a winter on the ice',
  'street musicians',
  'the last ferry',
  'cycling in the rain',
  'tulips',
  'a lighthouse keeper',
  'wind turbines',
  'the night train',
  'old mills',
  'café life',
  'market day',
  'the ice-skating race',
  'data and dikes',
  'young writers',
  'the museum quarter',
  'a champion’s return',
  'herring season',
];

/** Where it is. */
export const places: readonly string[] = [
  'Rotterdam',
  'Vlissingen',
  'Den Helder',
  'Leeuwarden',
  'Groningen',
  'Utrecht',
  'Maastricht',
  'Texel',
  'Scheveningen',
  'Zwolle',
  'Nijmegen',
  'Enschede',
  'Dordrecht',
  'Harlingen',
  'Sneek',
  '’s-Hertogenbosch',
];

/** What it is found by. */
export const keywords: readonly string[] = [
  'news',
  'weather',
  'sport',
  'culture',
  'politics',
  'sea',
  'music',
  'history',
  'science',
  'children',
  'nature',
  'economy',
];

/** Who made it. */
export const authors: readonly string[] = [
  'Newsroom',
  'Jelle de Vries',
  'A. Çelik',
  'Ingrid Halvorsen',
  'Sanne Bakker',
];
