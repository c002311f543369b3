/**
 * Starts the worker of a login in the form that bundlers recognise: they find the file by it, and give it a place of
 * its own. It lies beside this module, so this module lies here.
 *
 * @throws where the browser has no workers, or may start none of that place
 */
export function startLoginWorker(): Worker {
  return new Worker(new URL('./login-worker.js', import.meta.url), { type: 'module' });
}
