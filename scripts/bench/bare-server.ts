// The reference that a server is held against: it reads the body, computes one HMAC-SHA1 and answers
// JSON.stringify of an object. A process of its own, given the object as its argument.
import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const [answer = '{}', mode = 'hmac'] = process.argv.slice(2);
const object: unknown = JSON.parse(answer);
const fixed = Buffer.from(answer);

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    if (mode === 'fixed') {
      response.end(fixed);
      return;
    }
    createHmac('sha1', 'a-pre-shared-key')
      .update(`${request.url}&${String(Buffer.concat(chunks))}`)
      .digest('hex');
    response.end(JSON.stringify(object));
  });
});

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
