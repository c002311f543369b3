import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeComponent } from '../form/encode-form.js';
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
function scope({ account, accounts, customer }: ApiRequest): string {
  const given = Number(account !== undefined) + Number(accounts !== undefined) + Number(customer !== undefined);
  if (given > 1) {
    throw new InvalidArgumentError({
      argument: 'account',
      expected: 'at most one of account, accounts and customer',
      given: [account, accounts, customer].filter((value) => value !== undefined),
      advice: 'A request acts in one account, in several accounts, or for one customer.',
    });
  }
  if (account !== undefined) {
    checkId('account', account);
    return `&account=${encodeComponent(account, 'account')}`;
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
    return `&account=${encodeComponent(accounts.join(','), 'accounts')}`;
  }
  if (customer === undefined) return '';
  checkId('customer', customer);
  return `&customer=${encodeComponent(customer, 'customer')}`;
}

function zone({ timezone }: ApiRequest): string {
  if (timezone === undefined) return '';
  if (typeof timezone === 'string' && timezone !== '') return `&timezone=${encodeComponent(timezone, 'timezone')}`;
  throw new InvalidArgumentError({
    argument: 'timezone',
    expected: 'the name of a zone, as "Europe/Amsterdam"',
    given: timezone,
  });
}

/**
 * The parameters of a request without the signature, as a form, in our fixed order: api, format,
 * authentication_type, account or customer, timezone, timestamp, user or application, session.
 * What is signed has the order of what is sent, so the order must not change between the two.
 * Source: protocol, documented (names) and observed (account, customer, session).
 *
 * @param timestamp UNIX time in whole seconds
 * @throws InvalidArgumentError naming the parameter that is refused.
 */
export function encodeParameters(request: ApiRequest, credentials: Credentials, timestamp: number): string {
  checkTimestamp(timestamp);
  const isSession = credentials.type === 'session';
  const actor = isSession ? credentials.application : credentials;
  const where = `api=3&format=json&authentication_type=${actor.type}${scope(request)}${zone(request)}`;
  const who = `&timestamp=${timestamp}&${actor.type}=${encodeComponent(actor.id, actor.type)}`;
  return isSession ? `${where}${who}&session=${encodeComponent(credentials.id, 'session')}` : where + who;
}
