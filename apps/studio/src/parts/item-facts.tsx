import type { Item } from '@streamone/core/catalogue';
import type { ComponentChildren } from 'preact';
import { sayDuration, showDuration, showMoment, showNumber, showSize, showZone } from '../text/formats.ts';
import { itemTypeName } from '../text/item-types.ts';
import { safeAddress } from '../text/safe-address.ts';

interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly size: number | undefined;
}

/** The files of an item: their fields are not documented, so only what is there is shown. */
function filesOf(item: Item): readonly ShownFile[] {
  const files: unknown = 'files' in item ? item.files : undefined;
  if (!Array.isArray(files)) return [];
  return files.flatMap((file: unknown) => {
    const { id, name, size } = (file ?? {}) as { id?: unknown; name?: unknown; size?: unknown };
    if (typeof id !== 'string') return [];
    return [{ id, name: typeof name === 'string' ? name : id, size: typeof size === 'number' ? size : undefined }];
  });
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const dateOf = (date: Date): ComponentChildren => <time dateTime={date.toISOString()}>{showMoment(date)}</time>;

/** What is known of an item. What is not set is left out. */
export function ItemFacts({ item }: { readonly item: Item }) {
  const link = safeAddress(item.externallink);
  const files = filesOf(item);
  return (
    <>
      <dl class="facts">
        <Fact name="Type">{itemTypeName(item.type)}</Fact>
        <Fact name="Length">
          {item.duration > 0 ? (
            <span aria-label={sayDuration(item.duration)}>{showDuration(item.duration)}</span>
          ) : (
            'No media yet'
          )}
        </Fact>
        <Fact name="Made">{dateOf(item.datecreated)}</Fact>
        {item.dateaired && <Fact name="Aired">{dateOf(item.dateaired)}</Fact>}
        {item.datemodified && <Fact name="Changed">{dateOf(item.datemodified)}</Fact>}
        <Fact name="Views">{showNumber(item.views)}</Fact>
        {item.author && <Fact name="Author">{item.author}</Fact>}
        {item.copyright && <Fact name="Copyright">{item.copyright}</Fact>}
        <Fact name="Account">{item.account.name}</Fact>
        {item.archived && <Fact name="Archived">Yes: hidden from most lists</Fact>}
        {item.externalid && <Fact name="Number elsewhere">{item.externalid}</Fact>}
        {link && (
          <Fact name="Link">
            <a href={link} target="_blank" rel="noreferrer">
              {new URL(link).host}
            </a>
          </Fact>
        )}
        <Fact name="ID">
          <code>{item.id}</code>
        </Fact>
        {files.map(({ id, name, size }) => (
          <Fact key={id} name="File">
            {name}
            {size !== undefined && `, ${showSize(size)}`}
          </Fact>
        ))}
      </dl>
      <p class="small">Times in {showZone()}.</p>
    </>
  );
}
