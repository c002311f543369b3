import { type ArgumentReader, argumentReader } from '../arguments/argument-reader.js';
import type { ActionHandler } from './action-handler.js';

/** An action that can be answered: its handler, and the reader of its arguments. */
export interface PreparedAction extends ActionHandler {
  readonly read: ArgumentReader;
}

/** Prepares handlers for being looked up by `command/action`. */
export function actionTable(handlers: readonly ActionHandler[]): ReadonlyMap<string, PreparedAction> {
  return new Map(
    handlers.map((handler) => [
      `${handler.action.command}/${handler.action.action}`,
      { ...handler, read: argumentReader(handler.action, handler.spellings) },
    ]),
  );
}
