import { useEffect, useRef } from 'preact/hooks';

let isFirst = true;

/**
 * Names the page, and leads the focus to its heading when one comes from another view: a screen reader then tells where
 * one is.
 *
 * @param takesFocus whether the heading gets it; not where something in the view does
 * @returns to be set on the heading, which needs `tabIndex={-1}`
 */
export function useArrival(title: string, takesFocus = true) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Studio`;
  }, [title]);
  useEffect(() => {
    if (isFirst) isFirst = false;
    else if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
