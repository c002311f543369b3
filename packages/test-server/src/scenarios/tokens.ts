/** Every token whose name is known, documented, and those that follow its habit, inferred; without the one for logins. */
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
  'role-read',
  'playlist-read',
  'playlist-write',
  'securityprofile-read',
  'securityprofile-write',
];

/** What everybody may do outside of any account: these concern the actor alone (inferred). */
export const memberTokens: readonly string[] = ['role-read', 'playlist-read', 'playlist-write'];
