import { shownText } from '../form/byte-string.js';
import { didYouMean } from './did-you-mean.js';
import type { Explanation } from './explanation.js';

/** Explains status 5: what there is in place of it. @param keys every action, as `item/view` */
export function explainUnknownAction(command: string, action: string, keys: readonly string[]): Explanation {
  const given = shownText(`${command}/${action}`);
  const known = keys.filter((key) => key.startsWith(`${command}/`));
  const which =
    known.length === 0
      ? `There is no command "${shownText(command)}".`
      : `The command "${command}" has no action "${shownText(action)}".`;
  return {
    summary: `${which}${didYouMean(given, keys)}`,
    received: given,
    expected: (known.length === 0 ? keys : known).join(', '),
  };
}
