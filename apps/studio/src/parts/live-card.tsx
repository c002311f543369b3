import type { Livestream } from '@streamone/core/catalogue';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { Player } from './player.tsx';
import { Poster } from './poster.tsx';

interface LiveCardProps {
  readonly stream: Livestream;
  readonly isActive: boolean;
}

/** A live stream; it plays where it stands. */
export function LiveCard({ stream, isActive }: LiveCardProps) {
  const [isShown, setShown] = useState(false);
  const { id, title, description, type, thumbnail, medialink, account } = stream;
  return (
    <article class="stream">
      {isShown ? (
        <Player title={title} type="video" poster={thumbnail} links={medialink} isLive />
      ) : (
        <Poster address={thumbnail} type="video" width={480}>
          {isActive && <span class="on-air">Live</span>}
        </Poster>
      )}
      <div class="stream-words">
        <h3 dir="auto">{title}</h3>
        <p dir="auto">{description ?? type.name}</p>
        <div class="actions">
          {isActive && (
            <button type="button" class="button" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
              <Icon name={isShown ? 'close' : 'video'} /> {isShown ? 'Stop watching' : 'Watch'}
              <span class="hidden"> {title}</span>
            </button>
          )}
          <a
            class="button"
            href={`/?${new URLSearchParams({ livestream: id, archived: 'both', account: account.id }).toString()}`}
          >
            <Icon name="library" /> Recordings<span class="hidden"> of {title}</span>
          </a>
        </div>
      </div>
    </article>
  );
}
