// Lists every item of an account in a process of its own; prints how many there were, how long it took, and the
// memory after the first tenth and the most after that, once what is garbage is thrown away, and the most resident ever.
import { createClient, user } from '@streamone/node';
import { mapRows } from '@streamone/node/bulk';

const [url = '', id = '', psk = '', account = ''] = process.argv.slice(2);
const s1 = createClient({ url, auth: user({ id, psk }), account });
const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

const started = performance.now();
let items = 0;
let early = 0;
let most = 0;
let earlyPeak = 0;
for await (const _ of mapRows(s1.item.view({ archived: null, limit: 1000 }), (item) => item.id, { concurrency: 4 })) {
  items += 1;
  // V8 takes what it wants for young objects within the first hundred thousands.
  if (items === 300_000) earlyPeak = process.resourceUsage().maxRSS / 1024;
  if (items === 100_000) early = megabytes();
  else if (items % 100_000 === 0) most = Math.max(most, megabytes());
}
const seconds = (performance.now() - started) / 1000;
await s1.close();
console.log(JSON.stringify({ items, seconds, early, most, earlyPeak, peak: process.resourceUsage().maxRSS / 1024 }));
