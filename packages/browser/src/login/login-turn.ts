/**
 * Waits until no other login of this browser is under way, in another tab either: all of them write the same cookies.
 *
 * @param address the gateway's
 * @returns what lets the next one begin
 * @throws the signal's reason
 */
export function loginTurn(address: string, signal: AbortSignal | undefined): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const hold = (): Promise<void> => new Promise(resolve);
    // A gateway's cookies are for secure pages alone, and those have locks; elsewhere there is nobody to wait for.
    const { locks } = navigator as { readonly locks?: LockManager };
    const held = locks?.request(`streamone login ${address}`, { ...(signal && { signal }) }, hold) ?? hold();
    held.catch(reject);
  });
}
