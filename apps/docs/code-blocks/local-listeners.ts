import { Server } from 'node:net';

/**
 * Makes every server of this process listen on loopback and on a free port, whatever a text says: 8080 may be taken.
 *
 * @returns ends those that listen
 */
export function listenLocally(): () => void {
  const open = new Set<Server>();
  const { prototype } = Server;
  const listen: unknown = Reflect.get(prototype, 'listen');
  if (typeof listen !== 'function') throw new TypeError('servers do not listen');
  prototype.listen = function localListen(this: Server, ...args: unknown[]): Server {
    open.add(this);
    const listener = args.find((arg) => typeof arg === 'function');
    return Reflect.apply(listen, this, [0, '127.0.0.1', ...(listener === undefined ? [] : [listener])]);
  };
  return () => {
    for (const server of open) {
      if (server.listening) server.close();
      if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function') {
        server.closeAllConnections();
      }
    }
    open.clear();
  };
}
