/** Every token whose name is known, documented, and those that follow its habit for items, inferred. */
export const allTokens: readonly string[] = [
  'item-read',
  'item-upload',
  'item-play',
  'item-write',
  'user-read',
  'user-read-basic',
  'user-write',
  'user-sso-token',
  'application-read',
  'application-write',
  'livestream-read',
  'recordschedule-write',
  'metadatakey-write',
];
