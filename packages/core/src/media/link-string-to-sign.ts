/**
 * What a signed link's signature is made of: path and query, without scheme and host and without the file name, which
 * is all from the last `/` of the path. Source: protocol, documented; that the result reads
 * `/hls/account=A/item=I?signuser=U&signts=T`, without a slash before the `?`, is inferred.
 *
 * @param query with `signuser` and `signts`, without `signature`
 */
export function linkStringToSign(path: string, query: string): string {
  return `${path.slice(0, path.lastIndexOf('/'))}?${query}`;
}
