import { element } from './element.js';

/** Asks whether to do something that can't be undone. */
export function confirm(question: string, consequences: string, words: string): Promise<boolean> {
  return new Promise((resolve) => {
    const close = (answer: boolean) => (): void => {
      resolve(answer);
      dialog.close();
    };
    const dialog = element(
      'dialog',
      { 'aria-labelledby': 'question', close: () => dialog.remove(), cancel: () => resolve(false) },
      element('h2', { id: 'question' }, question),
      element('p', {}, consequences),
      element(
        'p',
        { class: 'buttons' },
        element('button', { type: 'button', autofocus: true, click: close(false) }, 'Cancel'),
        element('button', { type: 'button', class: 'danger', click: close(true) }, words),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
