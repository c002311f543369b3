import { element } from './element.js';

/** Where the page is not on a secure origin there is no clipboard for scripts. */
function copyBySelecting(text: string): boolean {
  const area = element('textarea', { class: 'aside', 'aria-hidden': 'true' });
  area.value = text;
  document.body.append(area);
  area.select();
  // oxlint-disable-next-line typescript/no-deprecated -- the only way there
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

/** Makes a button that copies a text. @param what what is copied, for those who do not see where it stands */
export function copyButton(what: string, text: () => string, words = 'Copy'): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'quiet', 'aria-label': `${words}: ${what}` }, words);
  button.addEventListener('click', () => {
    void copy(text()).then((copied) => {
      button.textContent = copied ? 'Copied' : 'Could not copy';
      button.focus();
      setTimeout(() => (button.textContent = words), 1500);
    });
  });
  return button;
}
