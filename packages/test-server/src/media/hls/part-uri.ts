/** What an address may hold without a character that ends it in a playlist. */
const PLAIN = /^[\w.~!$&'()*+,;=:@/%?-]*$/;

/**
 * The address of the file beside a playlist. A signature holds for it as well, since it leaves the
 * file's name out, so the query of a signed link is passed on.
 */
export function partUri(playlistName: string, extension: string, target: string): string {
  const base = playlistName.replace(/\.m3u8$/, '') || 'media';
  const name = encodeURIComponent(base).replace(
    /[!'()*]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const mark = target.indexOf('?');
  const query = mark === -1 ? '' : target.slice(mark);
  const passed = /[?&]signature=/.test(query) && PLAIN.test(query) ? query : '';
  return `${name}.${extension}${passed}`;
}
