import { element } from './element.js';
import { replaceRoute } from './route.js';
import { type RequestRow, requestRow } from './request-row.js';
import type { Listed } from './server-types.js';

/** The list of requests, the newest on top. */
export interface RequestList {
  readonly element: HTMLElement;
  /** Takes in new requests, and takes off those older than `oldest` (all, where that is `null`). */
  update(requests: readonly Listed[], oldest: number | null): void;
  clear(): void;
  /** Shows only what holds each of the words, and is refused if that is wanted. */
  filter(words: string, refusedOnly: boolean): void;
  select(id: number | undefined): void;
  /** Selects a neighbour of the selected one among those that are shown, and moves the focus there. */
  move(step: 1 | -1 | 'first' | 'last'): void;
  focus(): void;
  readonly counts: { readonly all: number; readonly shown: number; readonly refused: number };
}

/** So many rows are kept; more than that nobody scrolls through. */
const MOST = 2000;

/** Makes an empty list. @param onCounts told whenever there are more or fewer */
export function createRequestList(onCounts: () => void): RequestList {
  const list = element('ol', { class: 'requests', 'aria-label': 'Requests, newest first' });
  let rows: RequestRow[] = [];
  let [words, refusedOnly]: [string[], boolean] = [[], false];
  let selected: number | undefined;

  const fits = (row: RequestRow): boolean =>
    (!refusedOnly || row.refused) && words.every((word) => row.text.includes(word));
  const shown = (): RequestRow[] => rows.filter(({ item }) => !item.hidden);
  /** One row at a time can be reached by Tab: the selected one, else the newest. */
  const rove = (): void => {
    const visible = shown();
    const stop = visible.find(({ id }) => id === selected) ?? visible[0];
    for (const { link } of rows) {
      const wanted = link === stop?.link ? 0 : -1;
      if (link.tabIndex !== wanted) link.tabIndex = wanted;
    }
  };
  const changed = (): void => {
    rove();
    onCounts();
  };
  const mark = ({ id, link }: RequestRow): void => {
    if (id === selected) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  };
  const drop = (gone: readonly RequestRow[]): void => {
    for (const { item } of gone) item.remove();
  };
  const choose = (row: RequestRow | undefined): void => {
    if (row === undefined) return;
    replaceRoute(row.link.hash);
    row.link.focus();
    row.link.scrollIntoView({ block: 'nearest' });
  };

  return {
    element: list,
    update(requests, oldest) {
      const kept = oldest === null ? [] : rows.filter(({ id }) => id >= oldest);
      const fresh = requests.map(requestRow).toReversed();
      const all = [...fresh, ...kept];
      if (fresh.length === 0 && kept.length === rows.length) return;
      drop(rows.filter((row) => !kept.includes(row)));
      drop(all.slice(MOST));
      rows = all.slice(0, MOST);
      for (const row of fresh) {
        row.item.hidden = !fits(row);
        mark(row);
      }
      list.prepend(...fresh.slice(0, MOST).map(({ item }) => item));
      changed();
    },
    clear() {
      rows = [];
      list.replaceChildren();
      changed();
    },
    filter(text, only) {
      words = text
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      refusedOnly = only;
      for (const row of rows) row.item.hidden = !fits(row);
      changed();
    },
    select(id) {
      selected = id;
      for (const row of rows) mark(row);
      rove();
    },
    move(step) {
      const visible = shown();
      const at = visible.findIndex(({ id }) => id === selected);
      if (step === 'first' || at === -1) choose(visible[0]);
      else choose(step === 'last' ? visible.at(-1) : visible[Math.min(visible.length - 1, Math.max(0, at + step))]);
    },
    focus: () => list.querySelector<HTMLAnchorElement>('[tabindex="0"]')?.focus(),
    get counts() {
      return {
        all: rows.length,
        shown: shown().length,
        refused: rows.filter(({ refused }) => refused).length,
      };
    },
  };
}
