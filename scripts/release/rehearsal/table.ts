/** How a rehearsal went. */
export interface Outcome {
  readonly name: string;
  readonly result: 'ok' | 'FAILED' | 'left out';
  /** What it ran with, as `bun 1.4.5`. */
  readonly used: string;
  /** In seconds. */
  readonly took: number;
  /** Why it failed or was left out. */
  readonly why?: string;
}

/** A line for each outcome, in columns, and a last one that counts. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ name, result, used, took, why }) => [
    result,
    name,
    `${took.toFixed(1).padStart(5)} s`,
    why === undefined ? used : [used, firstLine(why)].filter(Boolean).join(': '),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const count = (result: Outcome['result']): number => outcomes.filter((one) => one.result === result).length;
  const leftOut = count('left out') === 0 ? '' : `, ${count('left out')} left out`;
  return [...lines, `${count('ok')} passed, ${count('FAILED')} failed${leftOut}`].join('\n');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
