import type { Progress, StepName } from '../answer/progress.js';
import { signingKey } from '../answer/signing-key.js';
import { keyInWords } from '../explain/key-in-words.js';
import { shownText } from '../form/byte-string.js';
import type { HmacSha1 } from '../hmac/hmac-sha1.js';
import { tokenOf } from '../rights/token-of.js';
import { sameText } from '../signature/same-text.js';
import { type SignedParts, rawStringToSign } from '../signature/strings-to-sign.js';
import type { JournalRecord } from './journal-record.js';

/** A request of the API of which everything was kept. */
export interface KeptRequest {
  readonly record: JournalRecord;
  readonly progress: Progress;
  readonly parts: SignedParts;
  readonly hmac: HmacSha1;
}

/** So many contradictions of an answer are told in its step. */
const MOST_MISMATCHES = 3;

type Detail = (request: KeptRequest) => string | undefined;

function actor({ progress: { caller } }: KeptRequest): string | undefined {
  if (caller === undefined) return undefined;
  const signer = caller.type === 'session' ? caller.application : caller.record;
  return 'name' in signer ? `application "${signer.id}" (${signer.name})` : `user "${signer.id}" (${signer.username})`;
}

function session({ progress: { caller } }: KeptRequest): string | undefined {
  if (caller?.type !== 'session') return 'none: the request is not in a session';
  return `"${caller.session.id}", of user "${caller.record.id}" (${caller.record.username})`;
}

function signature({ progress: { caller, parameters }, parts, hmac }: KeptRequest): string | undefined {
  if (caller === undefined) return undefined;
  const asReceived = sameText(hmac(signingKey(caller), rawStringToSign(parts)), parameters?.signature ?? '');
  const over = asReceived ? 'over the bytes as received' : 'over the pairs as PHP writes them after decoding';
  return `right with ${keyInWords(caller)}, ${over}`;
}

function timestamp({ record, progress: { parameters } }: KeptRequest): string {
  const off = Number(parameters?.timestamp) - Math.floor(record.time / 1000);
  if (off === 0) return "the server's time";
  return `${Math.abs(off)} ${Math.abs(off) === 1 ? 'second' : 'seconds'} ${off > 0 ? 'ahead of' : 'behind'} the server's time`;
}

function timezone({ progress: { parameters, caller } }: KeptRequest): string | undefined {
  if (parameters?.timezone !== undefined) return `${parameters.timezone}, of the request`;
  return caller && `${caller.record.timezone}, of the ${caller.type === 'application' ? 'application' : 'user'}`;
}

function scope({ progress }: KeptRequest): string {
  const { accounts = [], customer } = progress.scope ?? {};
  if (customer !== undefined) return `customer "${customer.id}" (${customer.name})`;
  if (accounts.length === 0) return 'neither account nor customer';
  return accounts.map(({ id, name }) => `account "${id}" (${name})`).join(', ');
}

function rights({ progress: { action } }: KeptRequest): string | undefined {
  if (action === undefined) return undefined;
  const token = tokenOf(action);
  return token === undefined ? 'no token is needed' : `a role gives the token "${token}" there`;
}

function given({ parts }: KeptRequest): string {
  const names = [...parts.arguments.variables.keys()].map(shownText);
  return names.length === 0 ? 'none' : names.join(', ');
}

/** What there is to say of a step that was passed. */
export const passedDetails: Readonly<Record<StepName, Detail>> = {
  request: ({ record }) => `${record.method} ${record.route?.path ?? ''}`,
  parameters: ({ parts }) => [...parts.parameters.variables.keys()].map(shownText).join(', '),
  actor,
  session,
  signature,
  timestamp,
  timezone,
  action: ({ progress: { action } }) => action && `${action.command}/${action.action}`,
  'read-only': ({ progress: { action } }) => (action?.readOnly ? 'it only reads' : 'the server takes writes'),
  scope,
  rights,
  arguments: given,
  answer: ({ progress: { mismatches } }) =>
    mismatches && `contradicts the declaration: ${mismatches.slice(0, MOST_MISMATCHES).join('; ')}`,
};
