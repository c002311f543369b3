import type { SignedRequest } from '@streamone/node';

/** Writes a signed request out as the bytes of HTTP. */
export function requestBytes({ path, query, body }: Pick<SignedRequest, 'path' | 'query' | 'body'>): Buffer {
  const head = [
    `POST ${path}?${query} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
