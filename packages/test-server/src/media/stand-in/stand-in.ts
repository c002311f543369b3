import type { Playable } from '../playable.js';

/** How long both play, in seconds. */
const DURATION = 6.046;

const made = new Map<'audio' | 'video', Promise<Playable>>();

async function load(kind: 'audio' | 'video'): Promise<Playable> {
  const base64 =
    kind === 'video'
      ? (await import('./video.generated.js')).videoBase64
      : (await import('./audio.generated.js')).audioBase64;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const type = `${kind}/mp4`;
  return { blob: new Blob([bytes], { type }), type, tag: `stand-in-${kind}-1`, duration: DURATION, standsIn: true };
}

/** The file that stands in for those of a scenario's items: six seconds, fragmented MP4, made by `scripts/make-stand-ins.ts`. */
export function standIn(kind: 'audio' | 'video'): Promise<Playable> {
  const loaded = made.get(kind) ?? load(kind);
  made.set(kind, loaded);
  return loaded;
}
