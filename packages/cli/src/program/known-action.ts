import type { Action, ArgumentDefinition } from '@streamone/core/catalogue';

/** An argument with what is told about it, if anything. */
export interface KnownArgument extends ArgumentDefinition {
  readonly description?: string;
}

/** An action that is a command here: of the catalogue, or a user's own. */
export interface KnownAction extends Action {
  readonly arguments: { readonly [name: string]: KnownArgument };
  readonly description: string;
  /** How well it is known. */
  readonly evidence: string;
}
