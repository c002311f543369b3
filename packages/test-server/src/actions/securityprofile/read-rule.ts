import { Status } from '@streamone/core';
import { Refusal } from '../../answer/refusal.js';
import type { SecurityRule } from '../../state/list-records.js';
import type { ActionCall } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { readPosition } from '../position.js';
import { OWN_RULE_FIELDS } from './own-fields.js';

function refuse(argument: string, summary: string): never {
  throw new Refusal(Status.SECURITY_RULE_NOT_VALID, { summary, argument });
}

/** What is malformed in any way makes the rule invalid. */
function asRule<T>(argument: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) refuse(argument, error.explain().summary);
    throw error;
  }
}

function readVerdict(given: string | null | undefined): SecurityRule['verdict'] | undefined {
  if (given === null || given === undefined) return undefined;
  if (given === 'ALLOW' || given === 'DENY') return given;
  return refuse('verdict', 'The verdict of a rule is ALLOW or DENY.');
}

function date(open: OpenArguments, name: 'start' | 'end', before: Date | null): Date | null {
  const given = asRule(name, () => open.dateTime(name));
  return given === undefined ? before : given;
}

/**
 * Reads a rule, new or changed. It needs a `type`, which may be any word since those that exist are
 * not known; its `verdict` is DENY unless given, as what no rule matches is allowed; `start` must not
 * be behind `end`. All of it is inferred, but that a rule may have a start and an end (documented).
 *
 * @throws Refusal with 381 for a rule that is malformed (inferred).
 */
export function readRule(
  { arguments: given, timezone }: ActionCall<object>,
  rules: readonly SecurityRule[],
  before: Omit<SecurityRule, 'position'> & { readonly position?: number },
): SecurityRule {
  const open = new OpenArguments(given, timezone);
  const type = open.text('type') ?? before.type;
  if (!/^\S{1,100}$/.test(type)) refuse('type', 'A rule needs a "type", a word that says what it looks at.');
  const start = date(open, 'start', before.start);
  const end = date(open, 'end', before.end);
  if (start !== null && end !== null && start > end) refuse('end', "A rule can't end before it starts.");
  return {
    id: before.id,
    position: asRule('position', () => readPosition(open, rules, before.position)),
    type,
    verdict: readVerdict(open.text('verdict')) ?? before.verdict,
    start,
    end,
    fields: open.kept(OWN_RULE_FIELDS, before.fields),
  };
}
