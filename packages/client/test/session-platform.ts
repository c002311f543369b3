import { createHmac } from 'node:crypto';
import { type ClientOptions, type LoginInput, createClient } from '@streamone/client';
import { application } from '@streamone/core';
import { allCommands } from '@streamone/core/catalogue';
import {
  type RecordedRequest,
  type Reply,
  type ScriptedServer,
  by,
  refusal,
  startScriptedServer,
  success,
} from './scripted-server.ts';

export const APP_PSK = 'canary-application-key-abcdefghi';
export const app = application({ id: 'Ap1', psk: APP_PSK });
export const LOGIN: LoginInput = { username: 'editor', password: 'canary-password', ip: '192.0.2.7' };
export const START = Date.UTC(2026, 0, 5, 12);

/** `command/action` of a request. */
export function pathOf({ target }: RecordedRequest): string {
  return /\/api\/([a-z0-9]+\/[a-z0-9]+)/.exec(target)?.[1] ?? '';
}

/** Arguments of a request. */
export function argumentsOf({ body }: RecordedRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** Whether a request is signed with this key. */
export function signedWith({ target, body, query }: RecordedRequest, key: string): boolean {
  const signed = `${target.replace(/&signature=[0-9a-f]+$/, '')}&${body}`;
  return createHmac('sha1', key).update(signed).digest('hex') === query.get('signature');
}

/** The key of the session with this ID. */
export const keyOf = (id: string): string => `canary-key-of-${id}-abcdefghijklmn`;

/** A platform that begins sessions for whoever asks: `s1`, `s2` and so on. */
export interface SessionPlatform extends ScriptedServer {
  /** Sessions that it refuses from now on. */
  readonly dead: Set<string>;
  /** The requests with this path, as `session/create`. */
  asked(path: string): readonly RecordedRequest[];
  /** A client of the application, by a clock of its own. */
  client(options?: Partial<Omit<ClientOptions, 'commands'>>): ReturnType<typeof fullClient>;
  /** The clock of its clients, in milliseconds. */
  now: number;
}

/** What the platform does otherwise. */
export interface PlatformOptions {
  /** Seconds until a session ends. */
  readonly timeout?: number;
  readonly needsv2hash?: boolean;
  /** Replies to requests other than those of a login; `undefined` for the usual reply. */
  readonly other?: (request: RecordedRequest, path: string) => Reply | undefined;
}

function fullClient(options: Omit<ClientOptions, 'commands'>) {
  return createClient({ ...options, commands: allCommands });
}

/** Starts one, over a real socket. */
export async function startSessionPlatform(options: PlatformOptions = {}): Promise<SessionPlatform> {
  const { timeout = 3600, needsv2hash = false, other } = options;
  const dead = new Set<string>();
  let sessions = 0;
  const reply = by((request) => {
    const path = pathOf(request);
    const session = request.query.get('session');
    const special = other?.(request, path);
    if (special !== undefined) return special;
    if (session !== null && dead.has(session)) return refusal(282, 'session not found');
    if (path === 'session/initialize') {
      // The least cost that bcrypt has: the golden vectors are tested with the real one.
      return success({ challenge: `challenge${'x'.repeat(23)}`, salt: '$2y$04$abcdefghijklmnopqrstuu', needsv2hash });
    }
    if (path === 'session/create') {
      sessions += 1;
      return success({ id: `s${sessions}`, key: keyOf(`s${sessions}`), timeout, user: `Us${sessions}` });
    }
    if (path === 'session/delete' && session !== null) dead.add(session);
    const body = path === 'user/viewme' ? { id: session } : path === 'session/delete' ? null : [];
    return success(body, session === null ? {} : { sessiontimeout: timeout });
  });
  const server = await startScriptedServer([reply]);
  const platform: SessionPlatform = {
    ...server,
    get connections() {
      return server.connections;
    },
    now: START,
    dead,
    asked: (path) => server.requests.filter((request) => pathOf(request) === path),
    client: (given) =>
      fullClient({ auth: app, url: server.url, clock: () => platform.now, account: 'Ac1', retry: 0, ...given }),
  };
  return platform;
}
