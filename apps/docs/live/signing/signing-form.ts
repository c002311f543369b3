import type { ArgumentKind } from './typed-value.ts';
import { exampleAccount, exampleCredentials } from './example-credentials.ts';

/** Who signs. */
export type SignerKind = 'user' | 'application' | 'session';

/** An argument as it is typed. */
export interface TypedArgument {
  /** Tells the rows of the form apart. */
  readonly row: number;
  name: string;
  kind: ArgumentKind;
  text: string;
}

/** A request as it is typed; everything is text. */
export interface SigningForm {
  signer: SignerKind;
  /** IDs and keys, of each kind of signer, so that nothing that was typed is lost by looking at another. */
  user: { id: string; psk: string };
  application: { id: string; psk: string };
  session: { id: string; key: string };
  baseUrl: string;
  command: string;
  action: string;
  /** IDs with commas between them. */
  account: string;
  customer: string;
  timezone: string;
  timestamp: string;
  arguments: TypedArgument[];
}

/** The form at first. @param now UNIX time in seconds */
export function newSigningForm(now: number): SigningForm {
  const { user, application, session } = exampleCredentials;
  return {
    signer: 'user',
    user: { ...user },
    application: { ...application },
    session: { ...session },
    baseUrl: 'http://127.0.0.1:8080',
    command: 'item',
    action: 'view',
    account: exampleAccount,
    customer: '',
    timezone: '',
    timestamp: String(now),
    arguments: [
      { row: 1, name: 'searchtitle', kind: 'text', text: 'Zoë & de Buren' },
      { row: 2, name: 'limit', kind: 'number', text: '5' },
    ],
  };
}
