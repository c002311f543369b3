import { type Action, catalogue } from '@streamone/core/catalogue';
import type { RecordedAnswer, RecordedRequest } from '../recording.js';
import { checkAnswer } from './check-answer.js';
import type { DriftReport, Finding } from './drift-report.js';

/** Gathers what differs from the catalogue. */
export interface DriftList {
  /** Holds one exchange against the catalogue; its secrets must be masked. */
  check(request: RecordedRequest, answer: RecordedAnswer): void;
  /** What was found, each difference once, by action. */
  reports(): DriftReport[];
}

/** More differences than anybody reads; answers that differ in each of their fields would fill the memory. */
const MOST = 1000;

function nameOf({ command, action }: DriftReport): string {
  return `${command}/${action}`;
}

function keyOf({ command, action }: RecordedRequest, { kind, path, expected, given }: Finding): string {
  return [command, action, kind, path, expected, given].join('\n');
}

/**
 * Makes an empty list.
 *
 * @param actions declared beside the catalogue, or in the place of one of its
 * @param onDrift told of each difference the first time
 */
export function createDriftList(actions: readonly Action[], onDrift?: (report: DriftReport) => void): DriftList {
  const own = new Map(actions.map((action) => [`${action.command}/${action.action}`, action]));
  const found = new Map<string, DriftReport>();
  const declared = (key: string): Action | undefined =>
    own.get(key) ?? (Object.hasOwn(catalogue, key) ? catalogue[key] : undefined);

  return {
    check(request, answer) {
      const { command, action } = request;
      const findings = checkAnswer(declared(`${command}/${action}`), request, answer);
      // Rows that all differ in the same way are one difference of the answer.
      for (const [key, finding] of new Map(findings.map((each) => [keyOf(request, each), each]))) {
        const known = found.get(key);
        if (known === undefined && found.size >= MOST) continue;
        const report: DriftReport = { command, action, ...finding, answers: (known?.answers ?? 0) + 1 };
        found.set(key, report);
        if (known === undefined) onDrift?.(report);
      }
    },
    reports() {
      return [...found.values()].sort(
        (one, other) => Number(nameOf(one) > nameOf(other)) - Number(nameOf(one) < nameOf(other)),
      );
    },
  };
}
