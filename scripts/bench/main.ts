// `npm run bench`, or `npm run bench -- sign server`: ratios against bare references, measured side by
// side in one run. The rates depend on the machine; the ratios hardly do.
import { cpus } from 'node:os';
import { benchArchive } from './archive.ts';
import { benchCli } from './cli.ts';
import { benchClient } from './client.ts';
import type { Comparison } from './compare.ts';
import { benchDates } from './dates.ts';
import type { Figure } from './figure.ts';
import { benchMemory } from './memory.ts';
import { benchServer } from './server.ts';
import { benchSign } from './sign.ts';
import { benchStart } from './start.ts';
import { tenItems } from './ten-items.ts';

/** What each comparison should reach; a time may not be above its target, a rate not below. */
const targets: Readonly<Record<string, string>> = {
  'sign, 7 arguments, against bare createHmac': '≥ 0.40',
  'test server, signed item/view of 10 items, against bare node:http': '≥ 0.50',
  'three dates of 10,000 rows, first use of a zone, time against JSON.parse': '≤ 1.5',
  'streamone --version, time against node -e 0': '≤ 1.5',
  'streamone call item/view limit=5, time against node -e 0': '≤ 3.5',
  'client, one at a time, against bare http.request that leaves the text as it is': '≥ 0.70',
  'client, sixteen in flight, against bare http.request that leaves the text as it is': '≥ 0.60',
  'client, sixteen in flight, against bare one at a time': '≥ 1.5',
};

const sections: Readonly<Record<string, () => Promise<Comparison[]>>> = {
  sign: benchSign,
  dates: benchDates,
  client: async () => benchClient(await tenItems()),
  server: async () => benchServer(await tenItems()),
  cli: benchCli,
};

/** What is measured for itself, against a limit. */
const limits: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = { start: benchStart, memory: benchMemory };

const wanted = process.argv.slice(2);
const names = [...Object.keys(sections), ...Object.keys(limits), 'archive'];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark named ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(2);
}

const [cpu] = cpus();
console.log(`${cpu?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const compared = Object.entries(sections).filter(([name]) => isWanted(name));
if (compared.length > 0) {
  console.log('\n| what | reference/s | ours/s | ratio | target |\n| --- | ---: | ---: | ---: | --- |');
}
for (const [, section] of compared) {
  for (const { name: what, reference, ours, ratio } of await section()) {
    const rates = [reference, ours].map((rate) =>
      rate < 1000 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en'),
    );
    console.log(`| ${what} | ${rates.join(' | ')} | ${ratio.toFixed(2)} | ${targets[what] ?? '–'} |`);
  }
}
if (isWanted('archive')) {
  console.log('\n| what | ms, median | target |\n| --- | ---: | --- |');
  for (const { name, milliseconds, most } of await benchArchive()) {
    const verdict = milliseconds <= most ? '' : ', missed';
    console.log(`| ${name} | ${milliseconds.toFixed(1)} | ≤ ${most}${verdict} |`);
  }
}
const limited = Object.entries(limits).filter(([name]) => isWanted(name));
if (limited.length > 0) console.log('\n| what | measured | target |\n| --- | ---: | --- |');
for (const [, section] of limited) {
  for (const { what, value, unit, most } of await section()) {
    const verdict = most === undefined ? '' : `≤ ${most} ${unit}${value <= most ? '' : ', missed'}`;
    console.log(`| ${what} | ${value.toFixed(1)} ${unit} | ${verdict} |`);
  }
}
