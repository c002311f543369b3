import { redactText } from '../redaction/redact-text.js';

/** A request that is ready to be sent: `POST {base}{path}?{query}` with `body`. A dump of it masks what is secret. */
export interface SignedRequest {
  /** `/api/command/action`, without the base URL. */
  readonly path: string;
  /** The parameters, the signature last. Whoever sees it can repeat the request while its timestamp holds. */
  readonly query: string;
  /** The arguments, form-encoded; empty when there are none. */
  readonly body: string;
  /** What was signed. It holds no key. */
  readonly stringToSign: string;
  /** HMAC-SHA1 of it, lower-case hex. */
  readonly signature: string;
}

const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/** A class for its dumps alone: `JSON.stringify` and Node's `util.inspect` show no signature, password or token. */
export class MaskedRequest implements SignedRequest {
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly stringToSign: string;
  readonly signature: string;

  constructor(path: string, parameters: string, body: string, stringToSign: string, signature: string) {
    this.path = path;
    this.query = `${parameters}&signature=${signature}`;
    this.body = body;
    this.stringToSign = stringToSign;
    this.signature = signature;
  }

  /** As plain data, masked, and without what is in it twice. */
  toJSON(): { readonly path: string; readonly query: string; readonly body: string } {
    return { path: this.path, query: redactText(this.query), body: redactText(this.body) };
  }

  /** What Node's `util.inspect` and `console.log` show. */
  [INSPECT](): object {
    return this.toJSON();
  }
}
