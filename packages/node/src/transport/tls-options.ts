import { getCACertificates } from 'node:tls';

/** How connections are made. */
export interface ConnectionOptions {
  /** Certificates of authorities to trust, in PEM, beside those that Node trusts. */
  readonly ca?: string | readonly string[] | undefined;
}

/** The same for Node: a list of one's own takes the place of Node's, so that is put before it. */
export function tlsOptions({ ca }: ConnectionOptions): { ca?: string[] } {
  return ca === undefined ? {} : { ca: [...getCACertificates('default'), ...(typeof ca === 'string' ? [ca] : ca)] };
}
