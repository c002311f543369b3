import * as browser from '@streamone/browser';
import { apiCommand, itemCommand, userCommand } from '@streamone/core/catalogue';

const commands = [apiCommand, itemCommand, userCommand] as const;

/** A client of the page's own gateway, with a record of what it told. */
function open(options: Omit<browser.GatewayClientOptions, 'commands' | 'auth'> = {}) {
  const client = browser.createClient({ ...options, commands });
  const told: unknown[] = [];
  client.on('session', (session) => told.push(['session', session?.user ?? null]));
  client.on('logout', (event) => told.push(['logout', event.reason]));
  return { client, told };
}

/** Whatever a promise rejects with, as plain data. */
async function errorOf(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof browser.StreamOneError)
      return { ...error.toJSON(), status: 'status' in error && error.status };
    throw error;
  }
  throw new Error('it did not fail');
}

/** A platform that lets every answer be kept; the test server does so for few. */
async function cacheable(url: string, init: RequestInit): Promise<Response> {
  const { status, headers, ...answer } = await fetch(url, init).then(async (response) => ({
    status: response.status,
    headers: response.headers,
    text: await response.text(),
  }));
  return new Response(answer.text.replace('"cacheable":false', '"cacheable":true'), { status, headers });
}

/** What the suite of transports, which runs in Node, has made here, by its names for it. */
const made = { ends: new Map<string, AbortController>() };

const everything = { ...browser, commands, open, errorOf, cacheable, made };

declare global {
  // What tests reach in the page by its name, since a function that runs there can't import.
  var streamone: typeof everything; // oxlint-disable-line no-var -- only so is it a member of globalThis
  var opened: ReturnType<typeof open>; // oxlint-disable-line no-var -- as above
  var queue: browser.UploadQueue; // oxlint-disable-line no-var -- as above
  var seen: number[]; // oxlint-disable-line no-var -- as above
}

globalThis.streamone = everything;
