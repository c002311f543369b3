// Runs the programs of pages that are for a browser, in Chromium, each before a gateway and a test server of its own:
//   node run-browser-pages.ts FOLDER RESULTS < programs.json
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { openChromium } from '../../../scripts/chromium/open-chromium.ts';
import { startBrowserSite } from './browser-site.ts';
import { bundlePage } from './bundle-page.ts';
import { ids, startDocsServer } from './docs-server.ts';
import type { PageProgram } from './page-program.ts';
import type { RunResult } from './run-result.ts';

const LIMIT = 60_000;
const [folder = '', results = ''] = process.argv.slice(2);
const programs = JSON.parse(await text(process.stdin)) as readonly PageProgram[];

async function runPage(browser: Browser, program: PageProgram): Promise<RunResult> {
  const started = performance.now();
  const platform = await startDocsServer();
  const site = await startBrowserSite(platform, await bundlePage(`${folder}/${program.file}`));
  const context = await browser.newContext();
  let lines: readonly number[] = [];
  let failure: RunResult['failure'];
  try {
    // Nothing leaves this machine, whatever address a text names.
    await context.route(
      (url) => url.origin !== site.url,
      (route) => route.abort(),
    );
    const page = await context.newPage();
    await page.goto(site.url);
    const { login, user } = platform.credentials;
    const given = { id: ids.actor, psk: user.psk, ...login, limit: LIMIT };
    const told = await page.evaluate(async ({ limit, ...values }) => {
      const { runPage: run } = globalThis as unknown as Record<string, (value: unknown) => Promise<void>>;
      const begun: number[] = [];
      const at = (line: number): void => void begun.push(line);
      const prelude = { at, signal: AbortSignal.timeout(limit), ...values };
      const late = new Promise<never>((_resolve, reject) => {
        setTimeout(() => reject(new Error(`not done after ${limit} ms`)), limit);
      });
      if (run === undefined) return { begun, problem: 'the script of the page did not run' };
      const problem = await Promise.race([run(prelude), late]).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
      return { begun, problem };
    }, given);
    lines = told.begun;
    if (told.problem !== undefined) failure = { line: lines.at(-1) ?? 0, message: told.problem };
  } catch (error) {
    failure = { line: lines.at(-1) ?? 0, message: String(error) };
  }
  await context.close();
  await site.close();
  await platform.close();
  const took = performance.now() - started;
  return { page: program.page, blocks: lines.length, took, ...(failure && { failure }) };
}

const browser = await openChromium();
const done: RunResult[] = [];
for (const program of programs) done.push(await runPage(browser, program));
writeFileSync(results, JSON.stringify(done));
await browser.close();
