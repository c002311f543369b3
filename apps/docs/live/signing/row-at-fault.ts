import type { InvalidArgumentError } from '@streamone/core';
import type { SigningForm, TypedArgument } from './signing-form.ts';

/** A name that core refuses, or one that came before. */
function isNameWrong({ name, row }: TypedArgument, form: SigningForm): boolean {
  return /^$|[. [\0]/.test(name) || form.arguments.some((other) => other.name === name && other.row < row);
}

/** The rows of a form whose name or value is refused. The refusal of a name has no argument, or that of a name given twice. */
export function rowAtFault(
  form: SigningForm,
  { argument }: InvalidArgumentError,
): { readonly nameOf: number | undefined; readonly valueOf: number | undefined } {
  const name = argument?.replace(/\[\d+\]$/, '');
  const wrong = form.arguments.find((each) => (name === undefined || each.name === name) && isNameWrong(each, form));
  if (wrong !== undefined) return { nameOf: wrong.row, valueOf: undefined };
  return { nameOf: undefined, valueOf: form.arguments.find((each) => each.name === name)?.row };
}
