import type { RequestsView } from './requests-view.js';

/** What keys do, as the foot of the page tells, and whether they do it everywhere or among the requests alone. */
export const KEYS = [
  ['j k', 'next, previous request', false],
  ['/', 'filter', false],
  ['Esc', 'back', false],
  ['p', 'pause', true],
] as const;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null;
}

/** Listens for keys that are not for a field. @param isThere whether the requests are in sight */
export function listenForKeys(requests: RequestsView, isThere: () => boolean, pause: () => void): void {
  const always: Readonly<Record<string, () => void>> = {
    j: () => requests.move(1),
    k: () => requests.move(-1),
    '/': () => requests.focusFilter(),
  };
  const inList: Readonly<Record<string, () => void>> = {
    ArrowDown: () => requests.move(1),
    ArrowUp: () => requests.move(-1),
    Home: () => requests.move('first'),
    End: () => requests.move('last'),
  };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { key, target } = event;
    const isDialog = target instanceof Element && target.closest('dialog') !== null;
    if (key === 'Escape' && isThere() && !isDialog) {
      if (requests.leave()) event.preventDefault();
      return;
    }
    if (isTyping(target)) return;
    const act =
      key === 'p' ? pause : isThere() ? (always[key] ?? (requests.isInList ? inList[key] : undefined)) : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}
