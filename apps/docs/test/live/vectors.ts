import { readFileSync } from 'node:fs';

/** A request that the reference SDK signed. */
export interface GoldenRequest {
  readonly name: string;
  readonly auth: { readonly type: 'user' | 'application'; readonly id: string; readonly psk: string };
  readonly session: { readonly id: string; readonly key: string } | null;
  readonly command: string;
  readonly action: string;
  readonly timestamp: number;
  readonly arguments: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
  readonly parameters: readonly (readonly [string, string | number])[];
  readonly arguments_query: string;
  readonly string_to_sign: string;
  readonly signature: string;
  readonly contract: string;
}

const FILE = new URL('../../../../packages/core/vectors/signing.json', import.meta.url);

/** The golden requests that are ours byte for byte. */
export function goldenRequests(): readonly GoldenRequest[] {
  const { cases } = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly cases: readonly GoldenRequest[] };
  return cases.filter(({ contract }) => contract === 'same');
}

/** A parameter of a golden request, as text; empty where it has none. */
export function parameterOf({ parameters }: GoldenRequest, name: string): string {
  return String(parameters.find(([known]) => known === name)?.[1] ?? '');
}
