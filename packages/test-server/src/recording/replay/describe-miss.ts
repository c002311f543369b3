import type { RecordedRequest, Recording } from '../recording.js';
import type { ReplayMiss } from './replay-miss.js';

const MOST_NAMED = 20;

function recordedActions(recordings: readonly Recording[], command: string): string {
  const all = [...new Set(recordings.map((each) => `${each.command}/${each.action}`))].sort();
  const alike = all.filter((key) => key.startsWith(`${command}/`));
  const named = alike.length > 0 ? alike : all;
  const more = named.length > MOST_NAMED ? `, and ${named.length - MOST_NAMED} more` : '';
  return named.length === 0 ? 'Nothing is recorded.' : `Recorded: ${named.slice(0, MOST_NAMED).join(', ')}${more}.`;
}

/** Tells of a request that nothing was recorded for, and what is recorded instead. */
export function describeMiss(
  { command, action }: RecordedRequest,
  nearest: readonly (readonly string[])[],
  recordings: readonly Recording[],
): ReplayMiss {
  const [first, ...others] = nearest;
  const lines =
    first === undefined
      ? [`No recording of ${command}/${action}. ${recordedActions(recordings, command)}`]
      : [
          `No recording of this request to ${command}/${action}. The nearest differs in: ${first.join('; ')}.`,
          ...others.map((differs) => `  another in: ${differs.join('; ')}`),
        ];
  return { command, action, nearest: nearest.map((differs) => ({ differences: differs })), text: lines.join('\n') };
}

/** Tells of a request that can't have been recorded. @param why in words */
export function describeUnreadable(why: string): ReplayMiss {
  return { command: undefined, action: undefined, nearest: [], text: `No recording of this request: ${why}.` };
}
