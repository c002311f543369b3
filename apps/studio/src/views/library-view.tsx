import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { EmptyNote } from '../parts/empty-note.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { FilterChips } from '../parts/filter-chips.tsx';
import { ItemGrid } from '../parts/item-grid.tsx';
import { SlowNote } from '../parts/slow-note.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { account } from '../state/account.ts';
import { announce } from '../state/announcement.ts';
import type { ItemPages } from '../state/item-pages.ts';
import { lastLibraryPlace } from '../state/last-place.ts';
import { type LibraryQuery, filtersSet, readQuery, usualQuery, writeQuery } from '../state/library-query.ts';
import { listOf } from '../state/lists.ts';
import { whyNot } from '../state/permissions.ts';
import { zone } from '../state/preferences.ts';
import { showNumber, showZone } from '../text/formats.ts';
import { tellFailure } from '../text/tell-failure.ts';

function Nothing({ query, onClear }: { readonly query: LibraryQuery; readonly onClear: () => void }) {
  if (query.search === '' && filtersSet(query) === 0) {
    return (
      <EmptyNote icon="library" title={`${account.value?.name ?? 'This account'} has no items yet`}>
        <p>Drop a file anywhere on this page, or press Upload.</p>
      </EmptyNote>
    );
  }
  return (
    <EmptyNote
      icon="search"
      title={query.search === '' ? 'No items match these filters' : `Nothing found for “${query.search}”`}
    >
      <p>
        {query.archived === 'no'
          ? 'Archived items are hidden: they may be what you look for.'
          : 'Try other words or fewer filters.'}
      </p>
      <button type="button" class="button" onClick={onClear}>
        Clear search and filters
      </button>
    </EmptyNote>
  );
}

function Results({
  list,
  query,
  onClear,
}: {
  readonly list: ItemPages;
  readonly query: LibraryQuery;
  readonly onClear: () => void;
}) {
  const total = list.total.value;
  const failed = list.failure.value;
  useEffect(() => {
    list.want(0, 0);
  }, [list]);
  const refused = whyNot('item-read');
  if (refused !== undefined) {
    return (
      <FailureNote
        told={{
          title: 'You may not see these items',
          advice: `${refused} You can choose another account at the top.`,
          again: false,
        }}
      />
    );
  }
  if (failed !== undefined && total === undefined) {
    return <FailureNote told={tellFailure(failed, 'list')} onRetry={() => list.retry()} />;
  }
  if (total === 0) return <Nothing query={query} onClear={onClear} />;
  return (
    <>
      {failed !== undefined && (
        <p class="strip" role="alert">
          Some items could not be loaded.{' '}
          <button type="button" class="button" onClick={() => list.retry()}>
            Try again
          </button>
        </p>
      )}
      <ItemGrid list={list} />
    </>
  );
}

/** The items of an account: found, filtered, ordered; all of it in the address. */
export function LibraryView(_props: { readonly path?: string }) {
  const { query: given, route, url } = useLocation();
  const query = useMemo(() => readQuery(given), [url]);
  const here = account.value;
  const list = useMemo(() => listOf(query, here?.id ?? '', zone.value), [url, here, zone.value]);
  const heading = useArrival(here === undefined ? 'Library' : `Library of ${here.name}`, list.opened === undefined);
  const total = list.total.value;

  useEffect(() => {
    lastLibraryPlace.value = url;
  }, [url]);
  useEffect(() => {
    if (total !== undefined) announce(total === 1 ? '1 item' : `${showNumber(total)} items`);
  }, [list, total]);

  const change = (changed: Partial<LibraryQuery>, replace = false): void =>
    route(writeQuery({ ...query, ...changed }, here?.id), replace);
  const clear = (): void => change({ ...usualQuery, sort: query.sort });

  return (
    <div class="page library">
      <div class="library-head">
        <h1 ref={heading} tabIndex={-1}>
          {here?.name ?? 'Library'}
        </h1>
        <p class="count">
          {total === undefined ? 'Loading…' : total === 1 ? '1 item' : `${showNumber(total)} items`}
          <span class="zone">
            <span class="dot"> · </span>dates in {showZone()}
          </span>
        </p>
      </div>
      <FilterBar query={query} onChange={change} />
      <FilterChips query={query} onChange={change} onClear={clear} />
      {total === undefined && list.failure.value === undefined && <SlowNote />}
      <Results key={list} list={list} query={query} onClear={clear} />
    </div>
  );
}
