import { printableLine } from '../../explain/printable-text.js';
import type { DriftReport } from './drift-report.js';

function line({ kind, path, expected, given, answers }: DriftReport): string {
  const where = path === '' ? '' : ` ${path}`;
  return printableLine(
    `  ${kind}${where}: expected ${expected}; found ${given}${answers > 1 ? ` (${answers} answers)` : ''}`,
  );
}

/** Differences from the catalogue as a text, by action. */
export function driftText(reports: readonly DriftReport[]): string {
  if (reports.length === 0) return 'Nothing differs from the catalogue.';
  const lines: string[] = [];
  let current = '';
  for (const report of reports) {
    const action = printableLine(`${report.command}/${report.action}`);
    if (action !== current) lines.push(action);
    current = action;
    lines.push(line(report));
  }
  return [
    ...lines,
    `${reports.length} ${reports.length === 1 ? 'difference' : 'differences'} from the catalogue.`,
  ].join('\n');
}
