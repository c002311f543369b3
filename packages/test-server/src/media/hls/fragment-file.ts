import { probeMedia } from '../probe-media.js';

/** The largest file that is made over, in bytes: 256 MiB. The result is in memory. */
const LARGEST = 268_435_456;

/** The shortest segment, in seconds. */
const SEGMENT = 4;

/**
 * Makes a fragmented MP4 of a file, without decoding anything. `undefined` where that can't be: the
 * file is too large, broken, or of a codec that MP4 does not hold.
 */
export async function fragmentFile(file: Blob): Promise<Blob | undefined> {
  if (file.size > LARGEST || (await probeMedia(file)) === undefined) return undefined;
  const { ALL_FORMATS, BlobSource, BufferTarget, Conversion, Input, Mp4OutputFormat, Output } =
    await import('mediabunny');
  const source = new BlobSource(file, { handleUnhandledError: () => undefined });
  const input = new Input({ source, formats: ALL_FORMATS });
  try {
    const target = new BufferTarget();
    const format = new Mp4OutputFormat({ fastStart: 'fragmented', minimumFragmentDuration: SEGMENT });
    const conversion = await Conversion.init({ input, output: new Output({ target, format }), showWarnings: false });
    if (!conversion.isValid || conversion.discardedTracks.length > 0) return undefined;
    await conversion.execute();
    return target.buffer === null ? undefined : new Blob([target.buffer]);
  } catch {
    return undefined;
  } finally {
    input.dispose();
  }
}
