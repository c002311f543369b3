import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ScenarioCredentials } from '../src/index.js';
import { type Recorder, type RecorderOptions, startRecorder } from '../src/recording/index.js';
import { type Envelope } from './ask.js';
import { type Created, type Initialized, bcryptHashes, respond } from './login.js';
import { type Wish, sign } from './sign.js';

/** What the tests of recordings share: a folder, a recorder, a target, and a story with a secret of each kind. */

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A folder that is gone when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A recorder that is stopped when the test has ended. */
export async function recorderOf(
  target: string,
  options: Partial<RecorderOptions> = {},
): Promise<Recorder & { readonly folder: string; readonly problems: string[] }> {
  const folder = temporaryFolder();
  const problems: string[] = [];
  const recorder = await startRecorder({ target, folder, onProblem: (problem) => problems.push(problem), ...options });
  onTestFinished(() => recorder.close());
  return Object.assign(recorder, { folder, problems });
}

/** A target of the test's own, stopped when the test has ended. */
export async function targetOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends a signed request. */
export async function send(url: string, wish: Wish): Promise<{ status: number; text: string }> {
  const { target, body } = sign(wish);
  const response = await fetch(url + target, { method: 'POST', body, headers: FORM });
  return { status: response.status, text: await response.text() };
}

/** Sends a signed request, and reads the answer of the API. */
export async function call<Body>(url: string, wish: Wish): Promise<Envelope<Body>> {
  return JSON.parse((await send(url, wish)).text) as Envelope<Body>;
}

/** Every secret that a story has used. */
export interface Canaries {
  readonly [name: string]: string;
}

/** Logs in, looks around, asks for leave to upload, and logs out; with a session, a v2 hash and an upload token. */
export async function tellStory(url: string, { user, application, account }: ScenarioCredentials): Promise<Canaries> {
  const app = { key: application, type: 'application' } as const;
  const who = { user: 'editor', userip: '192.0.2.77' };
  const asked = await call<Initialized>(url, { ...app, path: '/api/session/initialize', args: who });
  const { challenge, salt } = asked.body;
  const response = respond(bcryptHashes.editor, challenge);
  const v2hash = '0123456789abcdef0123456789abcdef';
  const begun = await call<Created>(url, {
    ...app,
    path: '/api/session/create',
    args: { challenge, response, v2hash },
  });
  const session = { id: begun.body.id, key: begun.body.key };
  await call(url, { key: application, session, path: '/api/user/viewme' });
  await call(url, { key: user, account, args: { limit: '3', searchtitle: 'news' } });
  const leave = await call<{ token: string }>(url, { key: user, account, path: '/api/uploadtoken/create', args: {} });
  await call(url, { key: application, session, path: '/api/session/delete' });
  return {
    userPsk: user.psk,
    applicationPsk: application.psk,
    challenge,
    salt,
    response,
    v2hash,
    sessionKey: session.key,
    session: session.id,
    token: leave.body.token,
    userip: who.userip,
  };
}

/** Every file of a folder, by its name within it. */
export function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => /\.[a-z]+$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The forms in which a secret could be in a file, reckoned by other means than those of the recorder. */
export function formsOf(secret: string): string[] {
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(before === 0 ? 0 : before + 1, -1);
  });
  const query = new URLSearchParams({ '': secret }).toString().slice(1);
  const encoded = [encodeURIComponent(secret), query];
  const lower = encoded.map((form) => form.replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()));
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [secret, ...encoded, ...lower, ...base64, escaped].filter(
    (form, index, all) => form !== '' && all.indexOf(form) === index,
  );
}
