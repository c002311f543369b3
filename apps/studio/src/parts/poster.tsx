import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { posterAddress } from '../text/safe-address.ts';
import { Icon } from './icon.tsx';

interface PosterProps {
  readonly address: string | null | undefined;
  readonly type: string;
  /** In pixels of the picture; its height follows by 16:9. */
  readonly width: number;
  /** Whether loading is spared for now; a picture that is there stays. */
  readonly isSpared?: boolean;
  readonly children?: ComponentChildren;
}

/** The picture of an item; a sign of its type where there is none or it does not come. */
export function Poster({ address, type, width, isSpared = false, children }: PosterProps) {
  const [isBroken, setBroken] = useState(false);
  const [wasShown, setShown] = useState(!isSpared);
  if (!isSpared && !wasShown) setShown(true);
  const picture = isBroken ? undefined : posterAddress(address, width);
  return (
    <span class="poster">
      {picture !== undefined && wasShown ? (
        <img
          src={picture}
          alt=""
          width={width}
          height={Math.round((width * 9) / 16)}
          decoding="async"
          onError={() => setBroken(true)}
        />
      ) : (
        <Icon name={type === 'audio' ? 'audio' : 'video'} />
      )}
      {children}
    </span>
  );
}
