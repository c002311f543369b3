/** The target of a request by a signed link, in its parts as received. */
export interface SignedTarget {
  /** ID of the user who signed. */
  readonly user: string;
  /** The last second in which the link holds, UNIX time. */
  readonly until: number;
  readonly signature: string;
  /** The path up to the name of the file. */
  readonly folder: string;
  /** The name of the file, with its slash. */
  readonly fileName: string;
  /** The query without the signature. */
  readonly query: string;
  /** What was signed, if the link is what it says. */
  readonly stringToSign: string;
}

const NAMES = ['signuser', 'signts', 'signature'];

/**
 * Reads the target of a request by a signed link: path and query are signed as they are, without the
 * file's name, which is all from the last `/` (documented). That no slash stands before the `?` is inferred.
 *
 * @returns `undefined` where nothing is signed, `malformed` where a part is missing or there twice
 */
export function readSignedTarget(target: string): SignedTarget | 'malformed' | undefined {
  const mark = target.indexOf('?');
  if (mark === -1) return undefined;
  const [path, pairs] = [target.slice(0, mark), target.slice(mark + 1).split('&')];
  const values = NAMES.map((name) =>
    pairs.filter((pair) => pair === name || pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1)),
  );
  if (values.every(({ length }) => length === 0)) return undefined;
  const [[user = ''] = [], [until = ''] = [], [signature = ''] = []] = values;
  const isWhole = values.every(({ length }) => length === 1) && user !== '' && signature !== '';
  if (!isWhole || !/^\d{1,15}$/.test(until)) return 'malformed';
  const end = path.lastIndexOf('/');
  const query = pairs.filter((pair) => !pair.startsWith('signature=')).join('&');
  const folder = path.slice(0, end);
  const parts = { folder, fileName: path.slice(end), query, stringToSign: `${folder}?${query}` };
  return { user: decoded(user), until: Number(until), signature, ...parts };
}

/** An ID needs no encoding; one that has it all the same is decoded. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
