import { Status } from '@streamone/core';
import { notAForm } from '../explain/explain-argument.js';
import type { RawRequest } from './raw-request.js';
import { Refusal } from './refusal.js';

const FORM = 'application/x-www-form-urlencoded';

/**
 * Checks that a body is a form. PHP would not read another one at all and list everything; that
 * would hide the mistake, so it is refused with status 6 (inferred).
 */
export function checkContentType({ headers, body }: RawRequest): void {
  const given = headers['content-type'];
  if (body === '' || given === FORM) return;
  const type = String(given ?? '').split(';', 1)[0] ?? '';
  if (type.trim().toLowerCase() === FORM) return;
  throw new Refusal(Status.INPUT_ERROR, {
    summary: notAForm(body) ?? `The body must be a form: send "Content-Type: ${FORM}".`,
    argument: 'Content-Type',
    expected: FORM,
    received: type === '' ? 'none' : type,
  });
}
