import type { Item } from '@streamone/core/catalogue';
import { Component } from 'preact';
import { locale, zone } from '../state/preferences.ts';
import { sayDuration, showDay, showDuration } from '../text/formats.ts';
import { itemTypeName } from '../text/item-types.ts';
import { itemPlace } from '../text/places.ts';
import { Poster } from './poster.tsx';

interface ItemCardProps {
  readonly item: Item | undefined;
  /** Whether Tab leads to it; arrow keys lead to the others. */
  readonly isStop: boolean;
  readonly isRushing: boolean;
  readonly isList: boolean;
}

/** An item in a list. A class, so that it is drawn again only when it has changed: many of them pass by. */
export class ItemCard extends Component<ItemCardProps> {
  #written = '';

  override shouldComponentUpdate({ item, isStop, isRushing, isList }: ItemCardProps): boolean {
    const { props } = this;
    if (item !== props.item || isStop !== props.isStop || isList !== props.isList) return true;
    // A poster that is there stays; one that was spared comes when it is calm.
    if (isRushing !== props.isRushing && !isRushing) return true;
    return this.#written !== locale.peek() + zone.peek();
  }

  override render({ item, isStop, isRushing, isList }: ItemCardProps) {
    this.#written = locale.peek() + zone.peek();
    if (item === undefined) return <div class="card blank" aria-label="Loading" />;
    return (
      <a class="card" href={itemPlace(item)} tabIndex={isStop ? 0 : -1}>
        <Poster
          key={item.id}
          address={item.selectedthumbnailurl}
          type={item.type}
          isSpared={isRushing}
          width={isList ? 160 : 320}
        >
          {item.duration > 0 && (
            <span class="length">
              <span aria-hidden="true">{showDuration(item.duration)}</span>
            </span>
          )}
        </Poster>
        <span class="card-words">
          <span class="card-title" dir="auto">
            {item.title}
          </span>
          <span class="card-facts">
            {itemTypeName(item.type)} · {showDay(item.datecreated)}
            {item.archived && <span class="tag">Archived</span>}
            {item.duration > 0 ? (
              <span class="hidden">, {sayDuration(item.duration)}</span>
            ) : (
              <span class="tag">No media yet</span>
            )}
          </span>
        </span>
      </a>
    );
  }
}
