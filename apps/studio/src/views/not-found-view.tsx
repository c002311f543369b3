import { EmptyNote } from '../parts/empty-note.tsx';
import { useArrival } from '../parts/use-arrival.ts';

/** What an address shows that leads nowhere. */
export function NotFoundView(_props: { readonly default?: boolean }) {
  const heading = useArrival('Not found');
  return (
    <div class="page">
      <h1 ref={heading} tabIndex={-1}>
        Not found
      </h1>
      <EmptyNote icon="search" title="There is no such page">
        <p>The address may have been cut off. Everything there is can be found from the library.</p>
        <a class="button" href="/">
          To the library
        </a>
      </EmptyNote>
    </div>
  );
}
