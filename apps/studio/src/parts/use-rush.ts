import { useEffect, useState } from 'preact/hooks';

/** Faster than this, nobody can look at single items. In pixels a millisecond. */
const FAST = 4;
/** How long after the last fast step it is calm again, in milliseconds. */
const CALM = 120;

/** Whether the window scrolls so fast that what passes by need not be loaded. */
export function useRush(): boolean {
  const [isRushing, setRushing] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [place, time] = [scrollY, performance.now()];
    const look = (): void => {
      const [newPlace, newTime] = [scrollY, performance.now()];
      const speed = Math.abs(newPlace - place) / Math.max(1, newTime - time);
      [place, time] = [newPlace, newTime];
      if (speed < FAST) return;
      setRushing(true);
      clearTimeout(timer);
      timer = setTimeout(() => setRushing(false), CALM);
    };
    addEventListener('scroll', look, { passive: true });
    return () => {
      removeEventListener('scroll', look);
      clearTimeout(timer);
    };
  }, []);
  return isRushing;
}
