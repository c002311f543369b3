import { type NodeClient, type Transport, baseUrl, isLoopback, isStreamOneError } from '@streamone/node';
import type { RoleAssignment } from '@streamone/core/catalogue';
import { ownWords } from '../../output/report-error.js';
import { hasProxy, transportFor } from '../../program/client-of.js';
import type { Context } from '../../program/context.js';
import { exitCode } from '../../program/exit-code.js';
import type { GlobalOptions } from '../../program/global-options.js';
import type { Settings } from '../../program/settings.js';
import { askAnswer } from './check-answer.js';
import { checkAddress } from './check-address.js';
import { checkClock } from './check-clock.js';
import { askRoles, checkAccount, checkCredentials, checkTokens, failed } from './check-rights.js';
import { checkTls } from './check-tls.js';
import { type Finding, type NamedFinding, fail } from './finding.js';

/** How long a step may take unless `--timeout` says, in milliseconds. */
const PATIENCE = 10_000;

const SERVER = 'Try again later; if it stays, ask whoever runs the server.';
const PROXY = 'Check the proxy (HTTPS_PROXY; NO_PROXY names what goes without), and the address.';

const CHECKS = ['settings', 'address', 'TLS', 'API', 'clock', 'credentials', 'tokens', 'account'] as const;

type Check = (typeof CHECKS)[number];

/** What the checks find out for those after them. */
interface Findings {
  settings?: Settings;
  url?: string;
  date?: string | null | undefined;
  at?: number;
  client?: NodeClient;
  roles?: readonly RoleAssignment[];
}

/** Something that a check before has found; it is there, since a failure ends the run of checks. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('a check before this one found nothing');
  return value;
}

async function checkSettings(context: Context, options: GlobalOptions, so: Findings): Promise<Finding> {
  const settings = await context.settings(options);
  const { profile, url, insecure } = settings;
  so.settings = settings;
  so.url = baseUrl(url.value, insecure.value);
  const detail = `profile "${profile.value}" (${profile.from}), address ${so.url} (${url.from})`;
  if (!insecure.value || so.url.startsWith('https:')) return { result: 'ok', detail };
  const advice = 'Whoever is in between can repeat each request: use https.';
  return isLoopback(new URL(so.url).hostname) ? { result: 'ok', detail } : { result: 'warn', detail, advice };
}

/**
 * Runs the checks, one after the other; where one fails, those that need it are skipped.
 *
 * @throws AbortedError, or whatever ended the run
 */
export async function* runChecks(context: Context, options: GlobalOptions): AsyncGenerator<NamedFinding> {
  const { env, signal } = context;
  const so: Findings = {};
  const limit = (): AbortSignal =>
    AbortSignal.any([signal, AbortSignal.timeout(so.settings?.timeout?.value ?? PATIENCE)]);
  const proxied = (): boolean => hasProxy(env) && !isLoopback(new URL(found(so.url)).hostname);
  const throughProxy: Finding = { result: 'skipped', detail: 'left to the proxy that the environment names' };
  const asUser = (): boolean =>
    found(so.settings).session !== undefined || found(so.settings).credentials?.value.type === 'user';

  async function askApi(): Promise<Finding> {
    const transport: Transport = transportFor(env);
    try {
      const answer = await askAnswer(found(so.url), transport, proxied() ? PROXY : SERVER, Date.now, limit());
      so.date = answer.date;
      so.at = answer.at;
      return answer.finding;
    } finally {
      await transport.close?.();
    }
  }

  const checks: Readonly<Record<Check, () => Promise<Finding> | Finding>> = {
    settings: () => checkSettings(context, options, so),
    address: () => (proxied() ? throughProxy : checkAddress(found(so.url), found(so.settings).url.from, limit())),
    TLS: () => (proxied() ? throughProxy : checkTls(found(so.url), env, Date.now(), limit())),
    API: askApi,
    clock: () => checkClock(so.date, found(so.at)),
    credentials: async () => {
      const { problem } = found(so.settings);
      if (problem !== undefined)
        return fail(ownWords(problem.message), '`streamone configure` makes a profile.', exitCode(problem));
      so.client = await context.client(options);
      return checkCredentials(so.client, found(so.settings), signal);
    },
    tokens: async () => {
      so.roles = await askRoles(found(so.client), asUser(), signal);
      return checkTokens(so.roles);
    },
    account: () => checkAccount(found(so.client), found(so.settings), so.roles ?? [], signal),
  };

  let failure: Check | undefined;
  for (const check of CHECKS) {
    if (failure !== undefined) {
      yield { check, result: 'skipped', detail: `since ${failure} failed` };
      continue;
    }
    const finding = await attempt(checks[check], signal);
    signal.throwIfAborted();
    // A wrong clock, or rights that are missing, keep nothing after them from being checked.
    if (finding.result === 'fail' && check !== 'clock' && check !== 'tokens') failure = check;
    yield { check, ...finding };
  }
}

async function attempt(check: () => Promise<Finding> | Finding, signal: AbortSignal): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    if (isStreamOneError(error)) return failed(error, signal);
    throw error;
  }
}
