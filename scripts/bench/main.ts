// `npm run bench`, or `npm run bench -- sign server`: ratios against bare references, measured side by
// side in one run. The rates depend on the machine; the ratios hardly do.
import { cpus } from 'node:os';
import { benchCli } from './cli.ts';
import { benchClient } from './client.ts';
import type { Comparison } from './compare.ts';
import { benchDates } from './dates.ts';
import { benchServer } from './server.ts';
import { benchSign } from './sign.ts';
import { tenItems } from './ten-items.ts';

/** What each comparison should reach; a time may not be above its target, a rate not below. */
const targets: Readonly<Record<string, string>> = {
  'sign, 7 arguments, against bare createHmac': '≥ 0.40',
  'test server, signed item/view of 10 items, against bare node:http': '≥ 0.50',
  'three dates of 10,000 rows, first use of a zone, time against JSON.parse': '≤ 1.5',
  'streamone --version, time against node -e 0': '≤ 1.5',
};

const sections: Readonly<Record<string, () => Promise<Comparison[]>>> = {
  sign: benchSign,
  dates: benchDates,
  client: async () => benchClient(await tenItems()),
  server: async () => benchServer(await tenItems()),
  cli: benchCli,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`no benchmark named ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
  process.exit(2);
}

const [cpu] = cpus();
console.log(`${cpu?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`);
console.log('\n| what | reference/s | ours/s | ratio | target |\n| --- | ---: | ---: | ---: | --- |');
for (const [name, section] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { name: what, reference, ours, ratio } of await section()) {
    const rates = [reference, ours].map((rate) =>
      rate < 1000 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en'),
    );
    console.log(`| ${what} | ${rates.join(' | ')} | ${ratio.toFixed(2)} | ${targets[what] ?? '–'} |`);
  }
}
