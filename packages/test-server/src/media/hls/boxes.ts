/** A box of an MP4 file (ISO/IEC 14496-12, section 4.2). */
export interface Box {
  readonly type: string;
  /** Where it begins, header included. */
  readonly start: number;
  /** Where its content begins. */
  readonly content: number;
  /** The byte behind it. */
  readonly end: number;
}

/** How many boxes of a file are looked at. */
const MOST_BOXES = 100_000;

/** Reads the box at a place of a view; `undefined` where there is no whole header, or it makes no sense. */
function boxAt(view: DataView, at: number, length = view.byteLength): Box | undefined {
  if (at + 8 > view.byteLength) return undefined;
  const short = view.getUint32(at);
  const isLong = short === 1;
  if (isLong && at + 16 > view.byteLength) return undefined;
  const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? length - at : short;
  const content = at + (isLong ? 16 : 8);
  const end = at + size;
  if (end < content || end > length) return undefined;
  const type = String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + 4 + index)));
  return { type, start: at, content, end };
}

/** The boxes in a part of a view, one after the other. */
export function* boxesIn(view: DataView, start = 0, end = view.byteLength): Generator<Box> {
  for (let at = start; at < end;) {
    const box = boxAt(view, at);
    if (box === undefined || box.end > end) return;
    yield box;
    at = box.end;
  }
}

/** The first box of a path of types, as `mdia`, `mdhd`, inside of another. */
export function boxInside(
  view: DataView,
  { content, end }: Pick<Box, 'content' | 'end'>,
  ...path: string[]
): Box | undefined {
  const [type, ...rest] = path;
  for (const box of boxesIn(view, content, end)) {
    if (box.type === type) return rest.length === 0 ? box : boxInside(view, box, ...rest);
  }
  return undefined;
}

/** The boxes that a file is made of, as far as they are whole; of each no more than its header is read. */
export async function topBoxes(file: Blob): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = 0; at < file.size && boxes.length < MOST_BOXES;) {
    const header = new DataView(await file.slice(at, at + 16).arrayBuffer());
    const box = boxAt(header, 0, file.size - at);
    if (box === undefined) break;
    boxes.push({ type: box.type, start: at, content: at + box.content, end: at + box.end });
    at += box.end;
  }
  return boxes;
}
