import { isLoopback } from '../adapters/is-loopback.js';
import { ControlError } from './control-error.js';

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/;
const BARE_NAME = /^[a-z\d_-]+$/;

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/**
 * A name that is somebody's domain could be made to lead here by its owner, whose page the browser
 * then takes for the server's own. Names without a dot and addresses belong to no stranger; they are
 * needed where the server is meant to be reached by others.
 */
function isOwnHost(host: string, bound: string): boolean {
  if (isLoopback(host) || host === bound) return true;
  return !isLoopback(bound) && (ADDRESS.test(host) || BARE_NAME.test(host));
}

/**
 * Refuses what a foreign web page could send: a request to another name than the server's (DNS
 * rebinding), and one from a page of another origin that is not of this machine.
 *
 * @param place the URL under which the server is reached
 * @throws ControlError with 403.
 */
export function checkCaller({ url, headers }: Request, place: string): void {
  const host = headers.get('host');
  // In process, and with HTTP/1.0, there is none; no browser leaves it out.
  if (host !== null && !isOwnHost(hostOf(`http://${host}`) ?? '', hostOf(place) ?? '')) {
    throw new ControlError(
      403,
      `Control is refused for the host ${JSON.stringify(host)}, a name that anybody could have pointed here. ` +
        `Reach the server as ${place}, or by its address.`,
    );
  }
  const origin = headers.get('origin');
  if (origin === null || origin === new URL(url).origin || isLoopback(hostOf(origin) ?? '')) return;
  throw new ControlError(
    403,
    `Control is refused for pages of the origin ${JSON.stringify(origin)}: only the server's own and those of this machine may.`,
  );
}
