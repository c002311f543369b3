import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ItemPages } from '../state/item-pages.ts';
import { gridShape } from './grid-shape.ts';
import { ItemCard } from './item-card.tsx';
import { nextIndex } from './next-index.ts';
import { useRush } from './use-rush.ts';
import { ROWS_AHEAD, useWindowRows } from './use-window-rows.ts';

/** Before the first layout the width is not known: that of the window, less the page's edges. */
const usualWidth = (): number => Math.min(1680, innerWidth - (innerWidth < 700 ? 32 : 64));

/** Thousands of items, of which those are drawn that can be seen. Arrow keys lead from one to the next. */
export function ItemGrid({ list }: { readonly list: ItemPages }) {
  const box = useRef<HTMLUListElement>(null);
  const [{ width, before }, setPlace] = useState({ width: usualWidth(), before: 0 });
  const active = useSignal<number | undefined>(undefined);
  const [focused, setFocused] = useState<number | undefined>(undefined);
  const toFocus = useRef<number | undefined>(list.opened);
  const total = list.total.value ?? 12;
  const shape = gridShape(width);
  const { columns, height, gap } = shape;
  const rows = useWindowRows({
    count: Math.ceil(total / columns),
    size: height + gap,
    before,
    kept: focused === undefined ? undefined : Math.floor(focused / columns),
    offset: list.scrolledTo,
  });
  const isRushing = useRush();
  const drawn = rows.getVirtualItems();
  // What is seen and near it: the row that has the focus is drawn as well, and may be far away.
  const { startIndex, endIndex } = rows.range ?? { startIndex: 0, endIndex: 0 };
  const first = Math.max(0, startIndex - ROWS_AHEAD) * columns;
  const last = Math.min(total, (endIndex + ROWS_AHEAD + 1) * columns) - 1;
  void list.version.value;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      const place = { width: element.clientWidth, before: element.offsetTop };
      setPlace((known) => (known.width === place.width && known.before === place.before ? known : place));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    scrollTo(0, list.scrolledTo);
    const address = location.href;
    const note = (): void => {
      // The router scrolls to the top for the next view while this one is still there.
      if (location.href === address) list.scrolledTo = scrollY;
    };
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, [list]);

  useEffect(() => {
    if (!isRushing) list.want(first, last, focused);
  }, [list, first, last, focused, isRushing]);

  const focusWanted = (): void => {
    if (toFocus.current === undefined) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-index="${toFocus.current}"] a`);
    if (!link) return;
    toFocus.current = undefined;
    link.focus({ preventScroll: true });
  };
  useEffect(focusWanted);

  const move = (event: KeyboardEvent): void => {
    const from = Number((event.target as Element).closest<HTMLElement>('[data-index]')?.dataset['index']);
    const page = Math.max(1, Math.floor((innerHeight - 160) / (height + gap)));
    const to = nextIndex(event.key, { from, columns, page, total });
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    active.value = to;
    toFocus.current = to;
    setFocused(to);
    rows.scrollToIndex(Math.floor(to / columns), { align: 'auto' });
    // At once where it is drawn already: the next key may come before the next drawing.
    focusWanted();
  };

  const isDrawn = (place: number): boolean => drawn.some(({ index }) => index === Math.floor(place / columns));
  const stop = active.value !== undefined && isDrawn(active.value) ? active.value : first;
  const cells = drawn.flatMap(({ index: row, start }) =>
    Array.from({ length: Math.min(columns, total - row * columns) }, (_, column) => {
      const index = row * columns + column;
      const item = list.at(index);
      return (
        <li
          key={index}
          class="cell"
          data-index={index}
          aria-setsize={total}
          aria-posinset={index + 1}
          style={{
            width: `${shape.width}px`,
            height: `${height}px`,
            transform: `translate(${column * (shape.width + gap)}px, ${start - before}px)`,
          }}
        >
          <ItemCard item={item} isStop={index === stop} isRushing={isRushing} isList={shape.isList} />
        </li>
      );
    }),
  );

  return (
    <ul
      ref={box}
      class={shape.isList ? 'items list' : 'items'}
      aria-label="Items"
      aria-busy={list.total.value === undefined}
      style={{ height: `${rows.getTotalSize()}px` }}
      onKeyDown={move}
      onFocusIn={(event) => {
        const index = Number((event.target as Element).closest<HTMLElement>('[data-index]')?.dataset['index']);
        active.value = index;
        setFocused(index);
      }}
      onFocusOut={() => setFocused(undefined)}
      onClick={(event) => {
        const opened = (event.target as Element).closest<HTMLElement>('[data-index]')?.dataset['index'];
        if (opened === undefined) return;
        list.opened = Number(opened);
        // Of a scroll that has only just been the page is told later than of the click.
        list.scrolledTo = scrollY;
      }}
    >
      {cells}
    </ul>
  );
}
