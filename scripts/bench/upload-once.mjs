// One upload in a process of its own; prints how long it took and the most memory that the process ever had.
import { createClient, httpTransport, user } from '@streamone/node';

const [port = '', path = ''] = process.argv.slice(2);
const client = createClient({
  url: `http://127.0.0.1:${port}`,
  auth: user({ id: 'u', psk: 'k' }),
  account: 'a',
  transport: httpTransport(),
});
const started = performance.now();
await client.upload(path, { title: 'x' }, { onProgress: () => undefined });
const seconds = (performance.now() - started) / 1000;
await client.close();
// Linux tells kilobytes.
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
