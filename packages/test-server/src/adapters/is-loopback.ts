const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[?::1\]?|localhost)$/i;

/** Whether a host name or address leads to this machine alone. An IPv6 address may stand in brackets. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
