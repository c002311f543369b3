/** What a connection fails with when its proxy makes no tunnel. Names the proxy without what one signs in to it with. */
export function proxyRefusal(proxy: URL, status: number): Error {
  const signIn = status === 407;
  const why = signIn ? 'it wants a name and a password, or others' : `HTTP status ${status}`;
  const code = signIn ? 'ERR_PROXY_AUTHENTICATION' : 'ERR_PROXY_TUNNEL';
  return Object.assign(new Error(`the proxy ${proxy.host} made no tunnel: ${why}`), { code });
}
