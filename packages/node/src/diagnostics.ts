import { type Channel, channel } from 'node:diagnostics_channel';
import type { LogEvent } from '@streamone/client';

type EventType = LogEvent['type'];

const channels = new Map<EventType, Channel>();

/**
 * Tells `node:diagnostics_channel` of every client's events, on the channels `streamone:start`, `streamone:request`,
 * `streamone:response`, `streamone:failure`, `streamone:retry`, `streamone:clock` and `streamone:end`, for monitors that
 * know nothing of the program. An event is a LogEvent: it holds no value of an argument, no address and no secret. Nothing is done
 * for a channel to which nobody listens.
 */
export function diagnostics(type: EventType): ((event: LogEvent) => void) | undefined {
  let found = channels.get(type);
  if (found === undefined) {
    found = channel(`streamone:${type}`);
    channels.set(type, found);
  }
  const known = found;
  return known.hasSubscribers ? (event) => known.publish(event) : undefined;
}
