import type { RequestKeys } from '@streamone/test-server';

/**
 * What the form begins with: the example keys of the test server under its usual seed, which open nothing else. Written
 * down here, since the form must not load a server for them. Of a session there is none at first: this one is made up.
 */
export const exampleCredentials = {
  user: { id: '181EDJaov-Bm', psk: '8W4qftMaWWPofsJjyHKrDOs9AunrkUZt' },
  application: { id: 'JHUCz0T80cDG', psk: 'r84VR4mZAD9XOOdFCBp7hQIvxdfyHLDf' },
  session: { id: 'sC5tGogRgBow', key: 'gR92jURda7mEqiDzhcz2bC1FtIzS8wxe' },
} as const satisfies RequestKeys;

/** An account of the test server, in which these may do everything. */
export const exampleAccount = 'cC2ouyKCDuaN';
