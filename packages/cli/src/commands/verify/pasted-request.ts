import { InvalidArgumentError } from '@streamone/node';

/** A request as somebody pasted it, byte for byte where it matters. */
export interface PastedRequest {
  readonly method: string;
  /** The whole address, or path and query. */
  readonly target: string;
  /** By name; `undefined` where nothing is known of them. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly body: string;
}

/** The refusal of a text that is no request. */
export function refusePasted(given: string, advice?: string): never {
  throw new InvalidArgumentError({
    argument: 'request',
    expected:
      'a curl line, an address (with --body, or the body below it), raw HTTP, what sign --json prints, or a signed link',
    given,
    advice,
  });
}
