import { type DataType, isStreamOneError } from '@streamone/core';

/** Whether a type reads the value without contradiction. */
export function fits(type: DataType, value: unknown, timezone: string): boolean {
  try {
    type.decode(value, { timezone });
    return true;
  } catch (error) {
    if (isStreamOneError(error)) return false;
    throw error;
  }
}
