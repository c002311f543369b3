import { type ApiRequest, type Credentials, application, session, user } from '@streamone/core';
import type { RequestKeys } from '@streamone/test-server';
import type { SigningForm } from './signing-form.ts';
import { typedValue } from './typed-value.ts';

/** The request that a form describes. */
export function requestOf(form: SigningForm): ApiRequest {
  const { command, action, account, customer, timezone } = form;
  return {
    command,
    action,
    ...(account.includes(',') ? { accounts: account.split(',').map((id) => id.trim()) } : {}),
    ...(account !== '' && !account.includes(',') && { account }),
    ...(customer !== '' && { customer }),
    ...(timezone !== '' && { timezone }),
    arguments: form.arguments.map(({ name, kind, text }) => [name, typedValue(name, kind, text)] as const),
  };
}

/** Who signs it. @throws InvalidArgumentError where an ID or a key is missing */
export function credentialsOf(form: SigningForm): Credentials {
  if (form.signer === 'user') return user(form.user);
  const through = application(form.application);
  return form.signer === 'application' ? through : session(through, form.session);
}

/** The same as keys to check a request with. */
export function keysOf({ signer, user: person, application: app, session: started }: SigningForm): RequestKeys {
  if (signer === 'user') return { user: { ...person } };
  return { application: { ...app }, ...(signer === 'session' && { session: { ...started } }) };
}

/** The text that a form signs with: for a session both keys, joined. */
export function signingText({ signer, user: person, application: app, session: started }: SigningForm): string {
  if (signer === 'user') return person.psk;
  return signer === 'application' ? app.psk : app.psk + started.key;
}
