/** What plays until it is stopped. */
export interface Playing {
  stop(): void;
}

const HLS = 'application/vnd.apple.mpegurl';

/**
 * Plays an HLS stream: by hls.js, which is loaded now, or by the browser itself where that can't.
 *
 * @param onFailure told in words what went wrong for good
 */
export function playHls(element: HTMLVideoElement, address: string, onFailure: (told: string) => void): Playing {
  let isStopped = false;
  let stop: (() => void) | undefined;
  const begin = async (): Promise<void> => {
    const { default: Hls } = await import('hls.js/light');
    if (isStopped) return;
    if (!Hls.isSupported()) {
      if (element.canPlayType(HLS) === '') onFailure('This browser can’t play the stream.');
      else element.src = address;
      return;
    }
    // Its worker would be made from a text, which the page's policy forbids for good reason.
    const player = new Hls({ enableWorker: false, autoStartLoad: false });
    stop = () => player.destroy();
    player.on(Hls.Events.ERROR, (_event, { fatal }) => {
      if (fatal) onFailure('The stream broke off.');
    });
    const load = (): void => player.startLoad();
    player.on(Hls.Events.MANIFEST_PARSED, () => {
      // Nothing is fetched for a stream that nobody plays.
      if (element.paused && !element.autoplay) element.addEventListener('play', load, { once: true });
      else load();
    });
    player.loadSource(address);
    player.attachMedia(element);
  };
  begin().catch(() => onFailure('The player could not be loaded.'));
  return {
    stop() {
      isStopped = true;
      stop?.();
    },
  };
}
