import type { Explanation } from './explanation.js';

/** The longest text of an explanation of a large request that is kept, in characters. */
const LONGEST = 1000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Cuts a text and copies what is left: a part of a text, however short, keeps engines from freeing the whole. */
function cut(text: string): string {
  const kept = decoder.decode(encoder.encode(text.slice(0, LONGEST)));
  return text.length > LONGEST ? `${kept}…` : kept;
}

/** An explanation that holds on to nothing of its request, its texts cut where they are long. */
export function shortened(explanation: Explanation): Explanation {
  const { summary, expected, received, argument, token, accounts } = explanation;
  return {
    ...explanation,
    summary: cut(summary),
    ...(expected !== undefined && { expected: cut(expected) }),
    ...(received !== undefined && { received: cut(received) }),
    ...(argument !== undefined && { argument: cut(argument) }),
    ...(token !== undefined && { token: cut(token) }),
    ...(accounts !== undefined && { accounts: accounts.slice(0, LONGEST).map(cut) }),
  };
}
