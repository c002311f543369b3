import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { posterAddress, safeAddress } from '../text/safe-address.ts';
import { EmptyNote } from './empty-note.tsx';
import { type Playing, playHls } from './play-hls.ts';

interface PlayerProps {
  readonly title: string;
  readonly type: string;
  readonly poster: string | null | undefined;
  readonly links: { readonly progressive?: string; readonly hls?: string };
  readonly isLive?: boolean;
}

type Way = 'file' | 'stream';

interface MediaProps extends PlayerProps {
  readonly way: Way;
  readonly address: string;
}

/** One way of playing; another way or address is another element. */
function Media({ title, type, poster, way, address, isLive = false }: MediaProps) {
  const media = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState<string | undefined>(undefined);
  useEffect(() => {
    const element = media.current;
    if (element === null) return undefined;
    if (way === 'file') element.src = address;
    let playing: Playing | undefined = way === 'stream' ? playHls(element, address, setFailed) : undefined;
    return () => {
      playing?.stop();
      playing = undefined;
      element.removeAttribute('src');
      element.load();
    };
  }, [way, address]);
  return (
    <>
      <video
        ref={media}
        controls
        playsInline
        autoplay={isLive}
        preload="metadata"
        aria-label={`${isLive ? 'Live stream' : 'Player'}: ${title}`}
        class={type === 'audio' ? 'sound' : undefined}
        poster={posterAddress(poster, 960)}
        onError={() => setFailed('It could not be played.')}
        onPlaying={() => setFailed(undefined)}
      />
      {failed !== undefined && (
        <p class="strip" role="alert">
          {failed} The media may still be worked on, or the network is slow.
        </p>
      )}
    </>
  );
}

/** Plays what an item has: a file, or a stream that fits the network. */
export function Player(props: PlayerProps) {
  const { links, isLive = false } = props;
  const name = useId();
  const ways: Readonly<Record<Way, string | undefined>> = {
    file: safeAddress(links.progressive),
    stream: safeAddress(links.hls),
  };
  const [chosen, choose] = useState<Way>('file');
  const way = ways[chosen] === undefined ? (chosen === 'file' ? 'stream' : 'file') : chosen;
  const address = ways[way];
  if (address === undefined) {
    return (
      <div class="player">
        <EmptyNote icon="video" title="Nothing to play yet">
          <p>It has no file, or its file is still being worked on.</p>
        </EmptyNote>
      </div>
    );
  }
  return (
    <div class="player">
      <Media key={`${way} ${address}`} {...props} way={way} address={address} />
      {!isLive && ways.file !== undefined && ways.stream !== undefined && (
        <fieldset class="ways">
          <legend>Play</legend>
          {(['file', 'stream'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name={name} value={each} checked={way === each} onChange={() => choose(each)} />
              {each === 'file' ? 'The file' : 'As a stream (HLS)'}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
