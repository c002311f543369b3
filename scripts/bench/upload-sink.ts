// What uploads are measured against: gives leave, reads what comes, and redirects back. A process of its own.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const server = http.createServer((request, response) => {
  const { port } = server.address() as AddressInfo;
  request.resume();
  request.on('end', () => {
    if (request.url?.startsWith('/upload') === true) {
      response.writeHead(302, { location: 'https://upload.invalid/done' }).end();
      return;
    }
    const body = { token: 't', uploadurl: `http://127.0.0.1:${port}/upload`, itemid: 'i', fileid: 'f' };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ header: { status: 0, statusmessage: 'OK' }, body }));
  });
});

server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
