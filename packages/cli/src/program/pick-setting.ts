import type { Setting, SettingSource, SettingStory } from './settings.js';

/** Something that may be set in several places, the strongest first; what is `undefined` there is not set. */
export type Candidate<T> = readonly [source: SettingSource, from: string, value: T | undefined];

/** Takes the first that is set, and notes the story of it. */
export function pickSetting<T>(
  name: string,
  candidates: readonly Candidate<T>[],
  stories: SettingStory[],
  show: (value: T) => string = String,
): Setting<T> | undefined {
  const set: Setting<T>[] = [];
  for (const [source, from, value] of candidates) if (value !== undefined) set.push({ source, from, value });
  const [first, ...rest] = set;
  const shown = (setting: Setting<T>): Setting<string> => ({ ...setting, value: show(setting.value) });
  stories.push({ name, chosen: first && shown(first), shadowed: rest.map(shown) });
  return first;
}
