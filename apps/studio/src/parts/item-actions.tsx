import type { Item } from '@streamone/core/catalogue';
import { announce } from '../state/announcement.ts';
import { pickFiles } from '../state/chosen-files.ts';
import { itemPlace } from '../text/places.ts';
import { safeAddress } from '../text/safe-address.ts';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { RightButton } from './right-button.tsx';

function CopyLink({ item }: { readonly item: Item }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(new URL(itemPlace(item), location.origin).href);
    setCopied(true);
    announce('The link is copied.');
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button
      type="button"
      class="button"
      onClick={() => void copy().catch(() => announce('The browser does not let the studio copy.'))}
    >
      <Icon name={isCopied ? 'check' : 'link'} /> {isCopied ? 'Copied' : 'Copy link'}
    </button>
  );
}

/** What can be done with an item. */
export function ItemActions({ item }: { readonly item: Item }) {
  const file = safeAddress(item.medialink.progressive);
  return (
    <div class="actions">
      <CopyLink item={item} />
      {file && (
        <a class="button" href={file} target="_blank" rel="noreferrer">
          <Icon name="open" /> Open the file
        </a>
      )}
      <RightButton right="item-upload" icon="upload" onPress={() => pickFiles({ id: item.id, title: item.title })}>
        Replace the file
      </RightButton>
    </div>
  );
}
