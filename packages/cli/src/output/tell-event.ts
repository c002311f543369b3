import type { LogEvent } from '@streamone/node';
import { printable } from './report-error.js';

const ms = (value: number): string => `${Math.round(value)} ms`;

function inWords(event: LogEvent): string | undefined {
  switch (event.type) {
    case 'request':
      return `→ attempt ${event.attempt}`;
    case 'response':
      return `← status ${event.status} ${event.statusName}, HTTP ${event.httpStatus}, ${ms(event.duration)}`;
    case 'failure':
      return `✗ ${event.error.name}: ${event.error.message}, ${ms(event.duration)}`;
    case 'retry':
      return `… again in ${ms(event.delay)}: ${event.reason}`;
    case 'clock':
      return `the platform's clock is ${ms(event.offset)} ahead of this machine's; reckoned with from now on`;
    default:
      return undefined;
  }
}

/** Tells on stderr what a client does, for `--verbose`: no argument and no secret is in it. */
export function tellEvent(event: LogEvent): void {
  const words = inWords(event);
  if (words === undefined) return;
  process.stderr.write(`${printable(`${event.requestId} ${event.command}/${event.action} ${words}`)}\n`);
}
