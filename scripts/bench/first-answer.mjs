// Loads the test server, starts it, and gets one signed answer: what a test waits for before it begins.
import { createHmac } from 'node:crypto';
import { startTestServer } from '@streamone/test-server';

const server = await startTestServer();
const { user, account } = server.credentials;
const { request } = process.getBuiltinModule('node:http');
const timestamp = Math.floor(Date.now() / 1000);
const query = `api=3&format=json&authentication_type=user&account=${account}&timestamp=${timestamp}&user=${user.id}`;
const path = `/api/item/view?${query}`;
const signature = createHmac('sha1', user.psk).update(`${path}&`).digest('hex');
const { hostname, port } = new URL(server.url);
const sent = request({ hostname, port, method: 'POST', path: `${path}&signature=${signature}` }, (response) => {
  let text = '';
  response.on('data', (chunk) => (text += chunk));
  response.on('end', () => {
    if (JSON.parse(text).header.status !== 0) process.exitCode = 1;
    process.exit();
  });
});
sent.end();
