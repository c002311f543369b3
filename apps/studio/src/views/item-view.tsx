import type { Item } from '@streamone/core/catalogue';
import { useEffect, useMemo } from 'preact/hooks';
import { EmptyNote } from '../parts/empty-note.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { ItemActions } from '../parts/item-actions.tsx';
import { ItemFacts } from '../parts/item-facts.tsx';
import { Player } from '../parts/player.tsx';
import { SlowNote } from '../parts/slow-note.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { account } from '../state/account.ts';
import { reconnections } from '../state/connection.ts';
import { lastLibraryPlace } from '../state/last-place.ts';
import { type OneItem, oneItem } from '../state/one-item.ts';
import { standing } from '../state/session.ts';
import { uploads } from '../state/uploads.ts';
import { tellFailure } from '../text/tell-failure.ts';

function Found({ item }: { readonly item: Item }) {
  return (
    <div class="item">
      <Player title={item.title} type={item.type} poster={item.selectedthumbnailurl} links={item.medialink} />
      <div class="item-words">
        {item.description && (
          <p class="description" dir="auto">
            {item.description}
          </p>
        )}
        {item.keywords.length > 0 && (
          <ul class="chips" aria-label="Keywords">
            {item.keywords.map((keyword) => (
              <li key={keyword}>
                <a
                  class="chip"
                  href={`/?${new URLSearchParams({ keyword, archived: 'both', account: item.account.id }).toString()}`}
                  dir="auto"
                >
                  {keyword}
                </a>
              </li>
            ))}
          </ul>
        )}
        <ItemActions item={item} />
        <ItemFacts item={item} />
      </div>
    </div>
  );
}

function Body({ one }: { readonly one: OneItem }) {
  const item = one.item.value;
  const failed = one.failure.value;
  if (one.isMissing.value) {
    return (
      <EmptyNote icon="search" title="There is no such item here">
        <p>It may have been removed, or it belongs to another account.</p>
      </EmptyNote>
    );
  }
  return (
    <>
      {failed !== undefined && <FailureNote told={tellFailure(failed, 'item')} onRetry={() => void one.load()} />}
      {item !== undefined && <Found item={item} />}
      {item === undefined && failed === undefined && (
        <>
          <SlowNote />
          <div class="item" aria-busy="true">
            <div class="player blank" />
          </div>
        </>
      )}
    </>
  );
}

/** All about one item, and what it plays. */
export function ItemView({ id = '' }: { readonly path?: string; readonly id?: string }) {
  const here = account.value?.id ?? '';
  const one = useMemo(() => oneItem(id, here), [id, here]);
  const title = one.item.value?.title ?? (one.isMissing.value ? 'Not found' : 'Item');
  const heading = useArrival(title);
  const again = reconnections.value;
  const isIn = standing.value === 'in';
  const changes = uploads.value.filter(({ state, fields }) => state === 'done' && fields.replaceitem === id).length;
  useEffect(() => {
    if (!isIn) return undefined;
    const ending = new AbortController();
    void one.load(ending.signal);
    return () => ending.abort();
  }, [one, again, isIn, changes]);
  return (
    <div class="page">
      <a class="back" href={lastLibraryPlace.value ?? `/?account=${here}`}>
        <Icon name="back" /> Library
      </a>
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {title}
      </h1>
      <Body one={one} />
    </div>
  );
}
