/** What can be made to go wrong with a call, to see what comes of it. */
export type Misfortune = 'nothing' | 'wrong-key' | 'clock-behind' | 'unavailable-twice' | 'html';

/** The same in words. */
export const misfortunes: Readonly<Record<Misfortune, string>> = {
  nothing: 'nothing',
  'wrong-key': 'the key is wrong',
  'clock-behind': 'this clock is an hour behind',
  'unavailable-twice': 'HTTP 503, twice',
  html: 'a page of HTML instead of an answer',
};
