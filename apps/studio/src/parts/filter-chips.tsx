import { type LibraryQuery, filtersSet, usualQuery } from '../state/library-query.ts';
import { itemTypeName } from '../text/item-types.ts';
import { Icon } from './icon.tsx';

interface FilterChipsProps {
  readonly query: LibraryQuery;
  readonly onChange: (changed: Partial<LibraryQuery>) => void;
  readonly onClear: () => void;
}

function wordsFor(name: keyof LibraryQuery, value: string): string {
  if (name === 'type') return itemTypeName(value);
  if (name === 'archived') return value === 'yes' ? 'Archived alone' : 'Archived too';
  if (name === 'from') return `From ${value}`;
  if (name === 'to') return `Until ${value}`;
  if (name === 'keyword') return `Keyword: ${value}`;
  return 'Recorded from one live stream';
}

/** The filters that are set, each of which can be taken off. */
export function FilterChips({ query, onChange, onClear }: FilterChipsProps) {
  if (filtersSet(query) === 0) return null;
  const names = ['type', 'keyword', 'livestream', 'from', 'to', 'archived'] as const;
  return (
    <ul class="chips" aria-label="Filters that are set">
      {names
        .filter((name) => query[name] !== usualQuery[name])
        .map((name) => (
          <li key={name}>
            <button type="button" class="chip" onClick={() => onChange({ [name]: usualQuery[name] })}>
              <span class="hidden">Remove the filter </span>
              {wordsFor(name, query[name])}
              <Icon name="close" />
            </button>
          </li>
        ))}
      <li>
        <button type="button" class="button quiet" onClick={onClear}>
          Clear all
        </button>
      </li>
    </ul>
  );
}
