/** What a media file is. */
export interface MediaInfo {
  /** As `video/mp4`. */
  readonly type: string;
  /** In seconds; `undefined` where it can't be told. */
  readonly duration: number | undefined;
  readonly hasVideo: boolean;
  readonly hasAudio: boolean;
}

/** For how long a file is looked at, in milliseconds. */
const LONGEST = 10_000;

/** Whether a length of time makes sense: some files say nonsense. */
function isLength(seconds: number): boolean {
  return seconds > 0 && seconds <= 10_000_000;
}

/**
 * Looks into a file for what it is and how long it plays. `undefined` for what is no media file, or
 * is so broken that it can't be read; never rejects.
 */
export async function probeMedia(blob: Blob): Promise<MediaInfo | undefined> {
  // Loaded late: it takes a tenth of a second.
  const { ALL_FORMATS, BlobSource, Input } = await import('mediabunny');
  const source = new BlobSource(blob, { handleUnhandledError: () => undefined });
  const input = new Input({ source, formats: ALL_FORMATS });
  const look = async (): Promise<MediaInfo> => {
    const type = await input.getMimeType();
    const video = await input.getPrimaryVideoTrack();
    const audio = await input.getPrimaryAudioTrack();
    const seconds = await input.computeDuration();
    return {
      type: type.split(';', 1)[0] ?? type,
      duration: isLength(seconds) ? seconds : undefined,
      hasVideo: video !== null,
      hasAudio: audio !== null,
    };
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LONGEST, undefined);
  });
  try {
    return await Promise.race([look(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    input.dispose();
  }
}
