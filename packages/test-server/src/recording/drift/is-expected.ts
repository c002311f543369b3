import type { DataType } from '@streamone/core';
import { descriptions } from '@streamone/core/catalogue';

/** Declared fields of which it is known that they are not always there. Source: protocol, documented and observed. */
const SOMETIMES: ReadonlySet<string> = new Set([
  'ItemMediaLink.progressive',
  'ItemMediaLink.hls',
  'LivestreamMediaLink.hls',
  'Role.customer',
  'RoleAssignment.account',
  'RoleAssignment.customer',
  'UploadToken.uploadurlhttps',
]);

/** Whether a declared field should be in a response: not one that was only deduced, or is not always there. */
export function isExpected(type: DataType, field: string): boolean {
  const name = type.name.replace(/ or null$/, '');
  if (SOMETIMES.has(`${name}.${field}`)) return false;
  return descriptions.types[name]?.fields[field]?.evidence !== 'inferred';
}
