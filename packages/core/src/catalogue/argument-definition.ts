import type { DataType } from '../types/index.js';

/** An argument of an action, as declared. */
export interface ArgumentDefinition {
  readonly type: DataType;
  /** Whether the action can't do without it. False also where that is not known. */
  readonly required: boolean;
  /** What the platform takes when it is absent, where that is known. */
  readonly default?: unknown;
}

/** How one declares an argument: by its type alone, or with more. */
export type ArgumentInput<Value = unknown> =
  | DataType<Value>
  | {
      readonly type: DataType<Value>;
      readonly required?: boolean | undefined;
      readonly default?: Value | undefined;
    };

/** A declared argument of any type. */
export type AnyArgumentInput =
  | DataType<never>
  | { readonly type: DataType<never>; readonly required?: boolean | undefined; readonly default?: unknown };

/** Declared arguments, by name. */
export interface ArgumentInputs {
  readonly [name: string]: AnyArgumentInput;
}

type Given<Value> = Exclude<Value, null | undefined>;

/** Arguments that are typed by an interface of their own; see {@link argumentsOf}. */
export class TypedArguments<Arguments extends object> {
  /** As declared. */
  readonly inputs: ArgumentInputs;
  /** Carries the interface; has no value. */
  declare readonly '~type'?: Arguments;

  constructor(inputs: ArgumentInputs) {
    this.inputs = inputs;
  }
}

type InputsFor<Arguments extends object> = {
  readonly [Name in keyof Arguments]-?: Record<never, never> extends Pick<Arguments, Name>
    ? ArgumentInput<Given<Arguments[Name]>>
    : { readonly type: DataType<Given<Arguments[Name]>>; readonly required: true };
};

/**
 * Declares arguments for an interface: each of its members must be declared, with a type that
 * writes the member's. A named interface keeps editors quick and their hints readable.
 */
/* @__NO_SIDE_EFFECTS__ */
export function argumentsOf<Arguments extends object>(inputs: InputsFor<Arguments>): TypedArguments<Arguments> {
  return new TypedArguments(inputs);
}

/** Brings both forms of a declared argument to one. */
export function argumentDefinition(input: AnyArgumentInput): ArgumentDefinition {
  if ('encode' in input) return { type: input, required: false };
  const { type, required = false, default: initially } = input;
  return { type, required, ...(initially !== undefined && { default: initially }) };
}
