import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Credentials } from '../signing/credentials.js';
import type { ApiRequest } from './api-request.js';

/** 1 January of the year 5138; who gives more gave milliseconds. */
const LATEST = 100_000_000_000;

function checkTimestamp(timestamp: number): void {
  if (Number.isSafeInteger(timestamp) && timestamp >= 0 && timestamp < LATEST) return;
  throw new InvalidArgumentError({
    argument: 'timestamp',
    expected: 'UNIX time in whole seconds',
    given: timestamp,
    advice: timestamp >= LATEST ? 'These look like milliseconds: divide by 1000.' : undefined,
  });
}

function checkId(argument: string, id: string): void {
  if (typeof id === 'string' && id !== '' && !id.includes(',')) return;
  throw new InvalidArgumentError({
    argument,
    expected: 'an ID that is not empty and has no comma',
    given: id,
    advice: argument === 'account' ? 'Several accounts go into "accounts", as an array.' : undefined,
  });
}

/** The parameter that says in which account(s) or for which customer a request acts, if any. */
function scope({ account, accounts, customer }: ApiRequest): [string, string] | undefined {
  const given = Object.entries({ account, accounts, customer }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    throw new InvalidArgumentError({
      argument: given.map(([name]) => name).join(' and '),
      expected: 'at most one of account, accounts and customer',
      given: given.map(([, value]) => value),
    });
  }
  if (account !== undefined) {
    checkId('account', account);
    return ['account', account];
  }
  if (accounts !== undefined) {
    if (!Array.isArray(accounts) || accounts.length === 0) {
      throw new InvalidArgumentError({
        argument: 'accounts',
        expected: 'an array of at least one ID',
        given: accounts,
      });
    }
    accounts.forEach((id, index) => checkId(`accounts[${index}]`, id));
    return ['account', accounts.join(',')];
  }
  if (customer === undefined) return undefined;
  checkId('customer', customer);
  return ['customer', customer];
}

/**
 * The parameters of a request without the signature, in our fixed order: api, format,
 * authentication_type, account or customer, timezone, timestamp, user or application, session.
 * What is signed has the order of what is sent, so the order must not change between the two.
 * Source: protocol, documented (names) and observed (account, customer, session).
 *
 * @param timestamp UNIX time in whole seconds
 * @throws InvalidArgumentError naming the parameter that is refused.
 */
export function parameterPairs(
  request: ApiRequest,
  credentials: Credentials,
  timestamp: number,
): (readonly [string, string])[] {
  checkTimestamp(timestamp);
  const actor = credentials.type === 'session' ? credentials.application : credentials;
  const pairs: (readonly [string, string])[] = [
    ['api', '3'],
    ['format', 'json'],
    ['authentication_type', actor.type],
  ];
  const where = scope(request);
  if (where !== undefined) pairs.push(where);
  if (request.timezone !== undefined) {
    if (request.timezone === '') {
      throw new InvalidArgumentError({ argument: 'timezone', expected: 'the name of a zone', given: '' });
    }
    pairs.push(['timezone', request.timezone]);
  }
  pairs.push(['timestamp', String(timestamp)], [actor.type, actor.id]);
  if (credentials.type === 'session') pairs.push(['session', credentials.id]);
  return pairs;
}
