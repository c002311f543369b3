import { comparison, signedString } from './comparison.js';
import { copyButton } from './copy-button.js';
import { element } from './element.js';
import { keyInWords } from './key-in-words.js';
import type { Entry } from './server-types.js';
import { shownText } from './shown-text.js';

/** What stands in the place of a secret. */
const MASK = '[redacted]';

/** Signs a string in a shell, to compare with what a client computes. */
function shellCommand(text: string, { actor, parameters }: Entry): string {
  const variable = actor?.type === 'application' ? 'STREAMONE_APP_PSK' : 'STREAMONE_USER_PSK';
  const session = actor?.type === 'application' && parameters['session'] !== undefined ? '$SESSION_KEY' : '';
  return `printf '%s' '${text.replaceAll("'", `'\\''`)}' | openssl dgst -sha1 -hmac "$${variable}${session}"`;
}

function firstDifferenceInWords(explanation: Entry['explanation']): string | undefined {
  const difference = explanation?.firstDifference;
  if (difference === undefined) return undefined;
  const named = (text: string): string => (text === '' ? 'the end of the string' : JSON.stringify(text));
  const { index, expected, received } = difference;
  return `They first differ at byte ${index}: expected ${named(expected)}, signed ${named(received)}.`;
}

/** Somebody pastes what their client signs, and sees at once where it differs. Nothing is sent. */
function pasteBox(expected: string, open: boolean): HTMLElement {
  const result = element('div', { 'aria-live': 'polite' });
  const area = element('textarea', {
    rows: 3,
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'paste-hint',
  });
  area.addEventListener('input', () => {
    const text = area.value;
    if (text === '') result.replaceChildren();
    else if (text === expected)
      result.replaceChildren(
        element(
          'p',
          { class: 'good' },
          '\u2713 It is the expected string. If the signature is wrong all the same, the key is, or the hash.',
        ),
      );
    else result.replaceChildren(comparison(expected, text));
  });
  return element(
    'details',
    { open, class: 'paste' },
    element('summary', {}, 'Compare with the string that your client signs'),
    element(
      'label',
      {},
      element(
        'span',
        { id: 'paste-hint' },
        'Have your client print what it gives to the HMAC, and paste it here. It stays in this page.',
      ),
      area,
    ),
    result,
  );
}

/** Shows the string to sign of a request, beside what was signed where that is known, and the key in words. */
export function signingSection(entry: Entry): HTMLElement[] {
  const { stringToSign: expected, explanation, verification } = entry;
  if (expected === undefined) return [];
  const step = verification.find(({ name }) => name === 'signature');
  const failed = step?.result === 'failed';
  const received = failed ? explanation?.received : undefined;
  // Where a secret is masked, the strings may differ in it.
  const isRight = received === expected && !expected.includes(MASK);
  const place = element('div');
  const whole = element('input', { type: 'checkbox', checked: true });
  const draw = (): void =>
    place.replaceChildren(
      received === undefined || isRight
        ? signedString(expected, !whole.checked)
        : comparison(expected, received, !whole.checked),
    );
  whole.addEventListener('change', draw);
  draw();
  const key = keyInWords(entry);
  const found =
    step?.result === 'passed'
      ? step.detail
      : failed
        ? isRight
          ? 'The right string was signed: the mistake is in the key, or in how the signature is made of it.'
          : 'The signature that was sent is not the one of this string with this key.'
        : 'Not checked: the request was refused before.';
  return [
    element('h3', {}, 'String to sign'),
    element(
      'dl',
      { class: 'pairs' },
      element('dt', {}, 'Key'),
      element('dd', {}, key === undefined ? 'unknown: the request does not say who it is from' : shownText(key)),
      element('dt', {}, 'Result'),
      element(
        'dd',
        { class: step?.result === 'passed' ? 'good' : failed ? 'bad' : undefined },
        ...(found === undefined ? [] : [shownText(found)]),
      ),
    ),
    received === undefined || isRight
      ? element('p', { class: 'muted' }, 'This is what has to be signed for the request as it was received:')
      : element('p', {}, `What the server expects, and what the client signed. `, firstDifferenceInWords(explanation)),
    place,
    element(
      'p',
      { class: 'buttons' },
      element('label', {}, whole, ' One line per parameter'),
      copyButton('the expected string to sign', () => expected, 'Copy string'),
      copyButton('a shell command that signs it', () => shellCommand(expected, entry), 'Copy as shell command'),
    ),
    expected.includes(MASK)
      ? element('p', { class: 'muted' }, `${MASK} stands for a secret, which is signed as it is sent.`)
      : element('span'),
    pasteBox(expected, failed && received === undefined),
  ];
}
