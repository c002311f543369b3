import { useEffect, useState } from 'preact/hooks';

/** After a while, says that it takes long: a person should not wonder whether anything happens. */
export function SlowNote({ after = 4000 }: { readonly after?: number }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return (
    <p class="strip" role="status" hidden={!isSlow}>
      {isSlow && 'This takes longer than usual: the network or the platform is slow.'}
    </p>
  );
}
