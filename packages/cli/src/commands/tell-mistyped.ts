import { allCommands } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import { didYouMean } from '../output/did-you-mean.js';
import { printable } from '../output/report-error.js';

/** Tells what of a refused call the catalogue doesn't know, where a name that it knows was probably meant. */
export function tellMistyped(path: string, declared: Action | undefined, args: object): void {
  const all = allCommands.flatMap(({ actions }) => Object.values<Action>(actions));
  const paths = all.map(({ command, action }) => `${command}/${action}`);
  const unknown = Object.keys(args).filter(
    (name) => declared !== undefined && !Object.hasOwn(declared.arguments, name),
  );
  const told =
    declared === undefined
      ? [[path, didYouMean(path, paths)] as const]
      : unknown.map((name) => [name, didYouMean(name, Object.keys(declared.arguments))] as const);
  for (const [name, question] of told) {
    if (question !== '') process.stderr.write(`${printable(name)} is not in the catalogue. ${question}\n`);
  }
}
