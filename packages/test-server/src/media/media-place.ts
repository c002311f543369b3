import { WebRefusal } from '../web/web-refusal.js';

/** What a path around media says. */
export interface MediaPlace {
  /** Its first segment, as `hls`. */
  readonly kind: string;
  /** What the segments with `=` say, by name: `account`, `item`, `livestream`, `file`, `smartstart`, `smartend`. */
  readonly parts: ReadonlyMap<string, string>;
  /** The last segment where it is none of those, decoded: what the file is called. */
  readonly name: string;
}

const PART = /^(account|item|livestream|file|smartstart|smartend)=(.*)$/;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function refuse(segment: string): never {
  const expected = 'segments as account=…, item=…, file=…, and a name at the end';
  throw new WebRefusal(404, { summary: 'No such path.', expected, received: segment.slice(0, 80) });
}

/** Reads a path. The segments may have any order (inferred). @throws WebRefusal (404) for another form. */
export function readMediaPlace(path: string): MediaPlace {
  const [, kind = '', ...segments] = path.split('/');
  const parts = new Map<string, string>();
  let name = '';
  segments.forEach((segment, index) => {
    const [, key, value = ''] = PART.exec(segment) ?? [];
    if (key === undefined && index === segments.length - 1) name = decode(segment) ?? refuse(segment);
    else if (key === undefined || value === '' || parts.has(key)) refuse(segment);
    else parts.set(key, value);
  });
  return { kind, parts, name };
}
