const NAMES: Readonly<Record<string, string>> = { video: 'Video', audio: 'Audio', videoonly: 'Silent video' };

/** What an item is, in words. A type that is new to the studio keeps its label. */
export const itemTypeName = (type: string): string => NAMES[type] ?? type;
