import { type Action, allCommands } from '@streamone/core/catalogue';
import { type StatusKind, describeStatus, retryAdvice, statusTable } from '@streamone/core/statuses';
import { exitCodeOfKind } from '../../program/exit-code.js';
import { adviceOf } from './advice-of.js';

/** What is told of a status. */
export interface ExplainedStatus {
  readonly code: number;
  /** As `ITEM_NOT_FOUND`. */
  readonly name: string;
  readonly kind: StatusKind;
  readonly meaning: string;
  /** What to do about it. */
  readonly advice: string;
  /** Whether the same request may succeed later. */
  readonly retry: string;
  /** The exit code that a command ends with. */
  readonly exitCode: number;
  /** How well code, name and kind are known; null for a code that is not in the table. */
  readonly evidence: 'documented' | null;
}

const known: ReadonlySet<number> = new Set(statusTable.map(([code]) => code));

/** Explains a code; one that is not in the table too, as unknown. */
export function explainStatus(code: number): ExplainedStatus {
  const described = describeStatus(code);
  return {
    ...described,
    advice: adviceOf(code, described.kind),
    retry: retryAdvice(code),
    exitCode: exitCodeOfKind(described.kind),
    // The table is the vendor's. Source: protocol.
    evidence: known.has(code) ? 'documented' : null,
  };
}

/** The actions that are known to answer with a code, beyond those that any may. */
export function actionsOf(code: number): readonly string[] {
  const all: readonly Action[] = allCommands.flatMap(({ actions }) => Object.values<Action>(actions));
  return all.filter(({ errors }) => errors.includes(code)).map(({ command, action }) => `${command}/${action}`);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();

/** The statuses of a kind whose code, name, kind or meaning has every word of a text in it. */
export function findStatuses(text: string): readonly ExplainedStatus[] {
  const words = plain(text).split(' ');
  return statusTable
    .map(([code]) => explainStatus(code))
    .filter(({ code, name, kind, meaning }) => {
      const where = plain(`${code} ${name} ${kind} ${meaning}`);
      return words.every((word) => where.includes(word));
    });
}
