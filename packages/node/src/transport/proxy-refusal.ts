/** What a connection fails with when its proxy makes no tunnel. Names the proxy without what one signs in to it with. */
export function proxyRefusal(proxy: URL, status: number): Error {
  const why = status === 407 ? 'it wants a name and a password, or others' : `HTTP status ${status}`;
  return Object.assign(new Error(`the proxy ${proxy.host} made no tunnel: ${why}`), { code: 'ERR_PROXY_TUNNEL' });
}
