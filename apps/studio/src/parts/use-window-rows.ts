import {
  type Range,
  Virtualizer,
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** The rows that there are, in CSS pixels from the top of the window's content. */
export interface WindowRows {
  readonly count: number;
  readonly size: number;
  /** What is above the first. */
  readonly before: number;
  /** A row that is kept though nobody sees it, since it has the focus. */
  readonly kept: number | undefined;
  /** Where to begin. */
  readonly offset: number;
}

/** How many rows are drawn before they are seen. */
export const ROWS_AHEAD = 2;

/** What is stuck to the top and bottom of the window, and covers rows there. */
const COVERED = 96;

/** Tells which of many rows are to be drawn while the window scrolls. */
export function useWindowRows({ count, size, before, kept, offset }: WindowRows): Virtualizer<Window, Element> {
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count,
    getScrollElement: (): Window => window,
    estimateSize: () => size,
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    initialOffset: offset,
    initialRect: { width: innerWidth, height: innerHeight },
    overscan: ROWS_AHEAD,
    scrollMargin: before,
    scrollPaddingStart: COVERED,
    scrollPaddingEnd: COVERED,
    rangeExtractor: (range: Range) => {
      const rows = defaultRangeExtractor(range);
      if (kept === undefined || kept >= count || rows.includes(kept)) return rows;
      return [...rows, kept].sort((one, other) => one - other);
    },
    // Rows are drawn before they are seen, so there is time: beside the frame that scrolls, not within it.
    onChange: () => void setTimeout(() => draw(undefined)),
  };
  const [rows] = useState(() => new Virtualizer<Window, Element>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  useLayoutEffect(() => rows.measure(), [rows, size, before]);
  return rows;
}
