// Runs the bundled worker in workerd, which asks a test server outside of it.
import { startTestServer } from '@streamone/test-server';
import { Miniflare } from 'miniflare';

const server = await startTestServer();
const { account, user } = server.credentials;
const miniflare = new Miniflare({
  modules: true,
  scriptPath: 'dist/worker.js',
  compatibilityDate: '2026-01-01',
  host: '127.0.0.1',
});
const body = JSON.stringify({ url: server.url, account, user });
const answer = await miniflare.dispatchFetch('http://worker/', { method: 'POST', body });
console.log(await answer.text());
await Promise.all([miniflare.dispose(), server.close()]);
