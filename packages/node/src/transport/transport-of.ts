import type { Fetch, Transport } from '@streamone/client';
import { InvalidArgumentError } from '@streamone/core';
import { httpTransport } from './http-transport.js';
import { type PoolTransportOptions, poolTransport } from './pool-transport.js';

/** What a client may be told of how its requests travel. */
export interface TransportSettings extends Pick<PoolTransportOptions, 'ca' | 'proxy'> {
  /** How requests travel: `poolTransport()` unless given, `httpTransport()` on bun; the latter loads faster. */
  readonly transport?: Transport | undefined;
}

/** bun brings an undici of its own, which lacks what the pool is made of. */
const onBun = process.versions['bun'] !== undefined;

function transportOnBun(settings: Pick<TransportSettings, 'ca' | 'proxy'>): Transport {
  const [asked] = Object.entries(settings).find(([, value]) => value !== undefined) ?? [];
  if (asked === undefined) return httpTransport();
  const advice = 'Give a fetch of your own, as bun has one that takes both.';
  throw new InvalidArgumentError({ argument: asked, expected: 'nothing on bun', given: 'a setting', advice });
}

/**
 * The transport that settings ask for.
 *
 * @throws InvalidArgumentError for a setting that a transport or `fetch` of the caller's own has no use for.
 */
export function transportOf({
  fetch,
  transport,
  ca,
  proxy,
}: TransportSettings & { readonly fetch?: Fetch | undefined }): Transport {
  const given = Object.entries({ fetch, transport, ca, proxy }).filter(([, value]) => value !== undefined);
  const own = given.find(([name]) => name === 'fetch' || name === 'transport')?.[0];
  const other = given.find(([name]) => name !== own)?.[0];
  if (own !== undefined && other !== undefined) {
    throw new InvalidArgumentError({
      argument: other,
      expected: `nothing, beside a ${own} of your own`,
      given: 'a setting of how requests travel',
      advice: `A ${own} decides for itself how requests travel.`,
    });
  }
  return transport ?? (onBun ? transportOnBun({ ca, proxy }) : poolTransport({ ca, proxy }));
}
