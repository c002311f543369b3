/** What the gateway wants of every request that it is sent JSON with: its own header, of this version of its protocol. */
export const GATEWAY_HEADERS = {
  accept: 'application/json',
  'content-type': 'application/json',
  'x-streamone-gateway': '1',
} as const;
