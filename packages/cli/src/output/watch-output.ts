/** A reader that went away (`| head`) is no fault worth a word; a full disk is. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`error: the output can't be written: ${error.message}\n`);
    process.exit(1);
  });
  // There is nowhere left to tell it.
  process.stderr.on('error', () => undefined);
}
