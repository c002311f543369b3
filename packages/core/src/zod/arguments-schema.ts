import * as z from 'zod/mini';
import type { Action } from '../catalogue/index.js';
import { schemaOf } from './schema-of.js';

/**
 * What the arguments of an action may be, as a zod schema: an object in which the required ones must
 * be there, the others may be, or may be `null` (unset), and no further ones unless the action takes any.
 */
export function argumentsSchema<Arguments extends object>(
  action: Action<string, string, Arguments>,
): z.ZodMiniType<Arguments> {
  const fields = Object.entries(action.arguments).map(([name, { type, required }]) => {
    const value = schemaOf(type);
    return [name, required ? value : z.optional(z.nullable(value))] as const;
  });
  const make = action.openArguments ? z.looseObject : z.strictObject;
  // The schema is made of the declaration of these very arguments.
  return make(Object.fromEntries(fields)) as unknown as z.ZodMiniType<Arguments>;
}
