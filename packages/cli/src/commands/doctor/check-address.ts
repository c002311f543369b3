import { lookup } from 'node:dns/promises';
import { type Socket, connect } from 'node:net';
import { failureCode } from '@streamone/node';
import { type Finding, UNAVAILABLE, fail, ok } from './finding.js';
import { type Place, placeOf } from './place.js';
import { settled } from './settled.js';

const ADVICE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Check the spelling of the address, and that this machine can look up names at all.',
  EAI_AGAIN: 'The name server does not answer: check the connection of this machine.',
  ECONNREFUSED: 'Nobody listens there: check address and port, and that the server runs.',
  ETIMEDOUT:
    'Nothing answers there: check the address, firewalls in between, and whether a proxy is needed (HTTPS_PROXY).',
};

const GENERAL = 'Check the address, the connection of this machine, and whether a proxy is needed (HTTPS_PROXY).';

function open({ host, port }: Place, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host, port });
  return settled(socket, 'connect', signal);
}

/**
 * Looks the name up and connects.
 *
 * @param from where the address is set, for people
 * @param signal ends it; what it fails with is told as no answer unless `context` says that the run ended
 */
export async function checkAddress(url: string, from: string, signal: AbortSignal): Promise<Finding> {
  const place = placeOf(url);
  const { host, port, numeric } = place;
  const where = `${host} port ${port} (${from})`;
  const begin = performance.now();
  try {
    const found = numeric ? [] : (await lookup(host, { all: true })).map(({ address }) => address);
    (await open(place, signal)).destroy();
    const names = found.length === 0 ? '' : `, which is ${found.join(', ')}`;
    return ok(`${where}${names}: connected in ${Math.round(performance.now() - begin)} ms`);
  } catch (error) {
    const code = signal.aborted ? 'ETIMEDOUT' : (failureCode(error) ?? 'failed');
    return fail(`${where}: no connection (${code})`, ADVICE[code] ?? GENERAL, UNAVAILABLE);
  }
}
