import { styleText } from 'node:util';

let count = 0;

/** Announces the next step of the story. */
export function step(title: string): void {
  count += 1;
  console.log(`\n${styleText('bold', `${count}. ${title}`)}`);
}

/** One line below a step: what was sent, what came back. */
export function line(label: string, text: string): void {
  console.log(`   ${styleText('dim', label.padEnd(9))} ${text}`);
}

/** Runs something and tells how long it took, in milliseconds. */
export async function timed<T>(run: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await run();
  line('took', `${(performance.now() - started).toFixed(1)} ms`);
  return result;
}
