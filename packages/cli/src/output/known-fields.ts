import type { DataType } from '@streamone/core';

function within(type: DataType | undefined, before: string): readonly string[] {
  const fields = type?.element?.fields ?? type?.fields ?? {};
  return Object.entries(fields).flatMap(([name, inner]) => [`${before}${name}`, ...within(inner, `${before}${name}.`)]);
}

/** The fields of an answer of this type, of a row where it has rows, those within fields too: `account.name`. */
export const knownFields = (type: DataType): readonly string[] => within(type, '');
