/** An ID that no other has; also where the page came over plain HTTP, and the browser has no UUIDs. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
