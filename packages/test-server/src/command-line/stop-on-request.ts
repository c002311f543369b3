/** Stops, once, when the process is told to end, and if wanted when its standard input ends, so that it outlives no test run. */
export function stopOnRequest(close: () => Promise<void>, untilStdinCloses: boolean): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    process.stdin.destroy();
    void close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (untilStdinCloses) process.stdin.once('end', stop).once('error', stop).resume();
}
