import { utf8ByteString } from './form/byte-string.js';
import { readForm } from './form/read-form.js';
import type { Explanation } from './explain/explanation.js';
import type { VerificationStep } from './journal/journal-entry.js';
import type { Runtime } from './runtime.js';
import { type RequestKeys, callerScenario } from './scenarios/caller-scenario.js';
import { createServerCore } from './server-core.js';

/** A request that somebody made, as it is sent. */
export interface ExplainedRequest {
  /** As `POST`. */
  readonly method: string;
  /** Path and query, or the whole address, byte for byte as they are sent. */
  readonly target: string;
  /** By name; that of a form unless given. */
  readonly headers?: { readonly [name: string]: string };
  /** As it is sent; empty unless given. */
  readonly body?: string;
}

/** What was found of a request. It holds no key, no password and no signature. */
export interface RequestExplanation {
  /** Whether who it is from, its parameters, its signature and the form of its timestamp are right. */
  readonly signed: boolean;
  /** What is wrong; or, of one that is signed right, what the test server would refuse it for all the same, if anything. */
  readonly explanation?: Explanation;
  /** What it went through. The last that failed is told by the explanation. */
  readonly steps: readonly VerificationStep[];
  /** When it was signed, UNIX time in seconds; its age is not judged. */
  readonly timestamp?: number;
  /** The string that has to be signed, the values of secret arguments masked. */
  readonly stringToSign?: string;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A seed that no test server has: the IDs of its own must not be taken by those of the request. */
const SEED = 3_141_592_653;

/** Past this (the year 5138) it can only be milliseconds, which is a fault of the request. */
const SECONDS_END = 100_000_000_000;

function originOf(target: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(target)?.[0] ?? '';
}

function readQuery(target: string): ReadonlyMap<string, unknown> {
  const mark = target.indexOf('?');
  return readForm(mark === -1 ? '' : target.slice(mark + 1)).variables;
}

/** Explains a request that was made elsewhere, with what a runtime gives. Each runtime has its own `explainRequest`. */
export async function explainInRuntime(
  { method, target, headers = FORM, body = '' }: ExplainedRequest,
  keys: RequestKeys,
  runtime: Runtime,
): Promise<RequestExplanation> {
  const bytes = utf8ByteString(target);
  const parameters = readQuery(bytes);
  const given = parameters.get('timestamp');
  const seconds = typeof given === 'string' && /^\d{1,12}$/.test(given) ? Number(given) : undefined;
  const timestamp = seconds !== undefined && seconds < SECONDS_END ? seconds : undefined;
  const core = createServerCore(
    {
      scenario: callerScenario(keys, parameters),
      seed: SEED,
      journalSize: 1,
      ...(timestamp !== undefined && { clock: () => timestamp * 1000 }),
    },
    runtime,
  );
  try {
    core.place.url = originOf(target);
    const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    core.answer({ method, target: bytes, headers: Object.fromEntries(named), body: utf8ByteString(body) });
    const [entry] = core.journal.entries();
    const { verification: steps = [], explanation, stringToSign } = entry ?? {};
    const last = steps.find(({ result }) => result === 'failed')?.name;
    const signed = steps.some(({ name, result }) => name === 'timestamp' && result === 'passed');
    // What an action itself refuses tells of records that are not here.
    const told = last !== 'answer';
    return {
      signed,
      steps,
      ...(explanation !== undefined && told && { explanation }),
      ...(timestamp !== undefined && { timestamp }),
      ...(stringToSign !== undefined && { stringToSign }),
    };
  } finally {
    await core.contents.close();
  }
}
