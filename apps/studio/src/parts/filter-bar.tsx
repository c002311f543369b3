import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type LibraryQuery, type SortOrder, filtersSet } from '../state/library-query.ts';
import { itemTypeName } from '../text/item-types.ts';
import { Icon } from './icon.tsx';

/** How long typing may pause before it is searched for, in milliseconds. */
const PAUSE = 250;

interface FilterBarProps {
  readonly query: LibraryQuery;
  readonly onChange: (changed: Partial<LibraryQuery>, replace?: boolean) => void;
}

function Search({ query: { search }, onChange }: FilterBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef({ search, onChange });
  now.current = { search, onChange };
  const isTyping = (): boolean => timer.current !== undefined;
  const endPause = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  useLayoutEffect(() => {
    const input = field.current;
    // What is being typed stays, and the space behind a word before the next one.
    if (input !== null && !isTyping() && input.value.trim() !== search) input.value = search;
  }, [search]);
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const inField =
        event.target instanceof Element && event.target.closest('input, select, textarea, dialog') !== null;
      if (event.key !== '/' || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => {
      removeEventListener('keydown', focus);
      endPause();
    };
  }, []);
  const seek = (): void => {
    endPause();
    const sought = field.current?.value.trim() ?? '';
    const { search: before, onChange: change } = now.current;
    if (sought !== before) change({ search: sought }, before !== '');
  };
  return (
    <label class="search">
      <span class="hidden">Search in all texts</span>
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        placeholder="Search titles, descriptions, keywords"
        defaultValue={search}
        enterkeyhint="search"
        aria-keyshortcuts="/"
        onInput={() => {
          endPause();
          timer.current = setTimeout(seek, PAUSE);
        }}
        onChange={seek}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

function MoreFilters({ query, onChange }: FilterBarProps) {
  return (
    <div class="more-filters">
      <label>
        Made from
        <input
          type="date"
          value={query.from}
          max={query.to || undefined}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        Made until
        <input
          type="date"
          value={query.to}
          min={query.from || undefined}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </label>
      <label>
        Archived items
        <select
          value={query.archived}
          onChange={(event) => onChange({ archived: event.currentTarget.value as LibraryQuery['archived'] })}
        >
          <option value="no">Hide</option>
          <option value="both">Show too</option>
          <option value="yes">Show alone</option>
        </select>
      </label>
    </div>
  );
}

/** Search, filters and order. */
export function FilterBar(props: FilterBarProps) {
  const { query, onChange } = props;
  const panel = useId();
  const set = filtersSet({ ...query, type: '' });
  const [isOpen, setOpen] = useState(false);
  return (
    <form class="filters" role="search" aria-label="Items" onSubmit={(event) => event.preventDefault()}>
      <Search {...props} />
      <label class="pick">
        <span class="hidden">Type</span>
        <select value={query.type} onChange={(event) => onChange({ type: event.currentTarget.value })}>
          <option value="">All types</option>
          {['video', 'audio', 'videoonly'].map((type) => (
            <option key={type} value={type}>
              {itemTypeName(type)}
            </option>
          ))}
        </select>
      </label>
      <label class="pick">
        <span class="hidden">Order</span>
        <select value={query.sort} onChange={(event) => onChange({ sort: event.currentTarget.value as SortOrder })}>
          <option value="newest">Newest first</option>
          <option value="oldest">Oldest first</option>
          <option value="aired">Last aired first</option>
        </select>
      </label>
      <button
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="filters" /> Filters{set > 0 && ` (${set})`}
      </button>
      <div id={panel} class="more" hidden={!isOpen}>
        {isOpen && <MoreFilters {...props} />}
      </div>
    </form>
  );
}
