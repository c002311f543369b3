import { type Box, boxInside, boxesIn, topBoxes } from './boxes.js';
import type { Segment, SegmentedFile } from './segment.js';

/** The largest boxes that are read, in bytes: they describe media, and hold none. */
const LARGEST = 33_554_432;

interface Track {
  readonly id: number;
  readonly timescale: number;
  readonly isVideo: boolean;
}

/** Content of a file that begins a segment, or belongs to the one before it. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** When its first picture is shown, in seconds; `undefined` where it only goes with the piece before. */
  readonly time: number | undefined;
}

async function viewOf(file: Blob, { start, end }: Box): Promise<DataView | undefined> {
  return end - start > LARGEST ? undefined : new DataView(await file.slice(start, end).arrayBuffer());
}

/** Whether a box has a version of 1, whose times have 64 bits. */
function isWide(view: DataView, { content }: Box): boolean {
  return view.getUint8(content) === 1;
}

function readTrack(view: DataView, trak: Box): Track | undefined {
  const [tkhd, mdhd, hdlr] = [
    boxInside(view, trak, 'tkhd'),
    boxInside(view, trak, 'mdia', 'mdhd'),
    boxInside(view, trak, 'mdia', 'hdlr'),
  ];
  if (tkhd === undefined || mdhd === undefined || hdlr === undefined) return undefined;
  const id = view.getUint32(tkhd.content + (isWide(view, tkhd) ? 20 : 12));
  const timescale = view.getUint32(mdhd.content + (isWide(view, mdhd) ? 20 : 12));
  const isVideo = view.getUint32(hdlr.content + 8) === 0x76_69_64_65; // "vide"
  return timescale === 0 ? undefined : { id, timescale, isVideo };
}

/** The track that the segments go by: the picture, else the sound. */
function mainTrack(view: DataView): Track | undefined {
  const tracks: Track[] = [];
  for (const trak of boxesIn(view, 8)) {
    const track = trak.type === 'trak' ? readTrack(view, trak) : undefined;
    if (track !== undefined) tracks.push(track);
  }
  return tracks.find(({ isVideo }) => isVideo) ?? tracks[0];
}

/** When a fragment of the track begins, in seconds; `undefined` where it holds nothing of it. */
function fragmentTime(view: DataView, { id, timescale }: Track): number | undefined {
  for (const traf of boxesIn(view, 8)) {
    const [tfhd, tfdt] = [boxInside(view, traf, 'tfhd'), boxInside(view, traf, 'tfdt')];
    if (traf.type !== 'traf' || tfhd === undefined || tfdt === undefined) continue;
    if (view.getUint32(tfhd.content + 4) !== id) continue;
    const at = tfdt.content + 4;
    return (isWide(view, tfdt) ? Number(view.getBigUint64(at)) : view.getUint32(at)) / timescale;
  }
  return undefined;
}

/** Each fragment with its media: whatever stands before it since the last media belongs to it. */
async function readPieces(file: Blob, boxes: readonly Box[], track: Track): Promise<Piece[] | undefined> {
  const pieces: Piece[] = [];
  let start: number | undefined;
  let time: number | undefined;
  let open = false;
  for (const box of boxes) {
    start ??= box.start;
    if (box.type === 'moof') {
      const view = await viewOf(file, box);
      if (view === undefined) return undefined;
      time = fragmentTime(view, track);
      open = true;
    } else if (box.type === 'mdat' && open) {
      pieces.push({ start, end: box.end, time });
      start = undefined;
      open = false;
    }
  }
  return pieces;
}

function joined(pieces: readonly Piece[], duration: number | undefined): Segment[] | undefined {
  const begins = pieces.filter(({ time }) => time !== undefined);
  const origin = begins[0]?.time ?? 0;
  const segments: Segment[] = [];
  for (const [index, { start, time = 0 }] of begins.entries()) {
    const next = begins[index + 1];
    const until = next?.time ?? origin + (duration ?? 0);
    const end = next?.start ?? pieces.at(-1)?.end ?? 0;
    if (next !== undefined && until <= time) return undefined;
    segments.push({ offset: start, length: end - start, duration: Math.max(until - time, 0.001) });
  }
  return segments;
}

async function read(file: Blob, duration: number | undefined): Promise<SegmentedFile | undefined> {
  const boxes = await topBoxes(file);
  const moov = boxes.findIndex(({ type }) => type === 'moov');
  const head = boxes[moov];
  if (head === undefined || !boxes.some(({ type }) => type === 'moof')) return undefined;
  const view = await viewOf(file, head);
  const track = view && mainTrack(view);
  if (track === undefined) return undefined;
  const pieces = await readPieces(file, boxes.slice(moov + 1), track);
  const segments = pieces && joined(pieces, duration);
  return segments === undefined || segments.length === 0 ? undefined : { head: head.end, segments };
}

/**
 * Reads where the segments of a fragmented MP4 are. `undefined` for a file that is no such, or is
 * broken; never rejects for what is in it.
 *
 * @param duration how long it plays, in seconds, which decides on the last segment
 */
export async function readFragments(file: Blob, duration: number | undefined): Promise<SegmentedFile | undefined> {
  try {
    return await read(file, duration);
  } catch (error) {
    // A box that ends before what it must hold.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
