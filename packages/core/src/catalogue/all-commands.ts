import { apiCommand } from './api.js';
import { applicationCommand } from './application.js';
import { itemCommand } from './item.js';
import { livestreamCommand } from './livestream.js';
import { metadatakeyCommand } from './metadatakey.js';
import { playlistCommand } from './playlist.js';
import { recordscheduleCommand } from './recordschedule.js';
import { roleCommand } from './role.js';
import { securityprofileCommand } from './securityprofile.js';
import { sessionCommand } from './session.js';
import { uploadtokenCommand } from './uploadtoken.js';
import { userCommand } from './user.js';

/** Every command of the catalogue. A browser names the ones that it needs instead. */
export const allCommands = [
  apiCommand,
  applicationCommand,
  itemCommand,
  livestreamCommand,
  metadatakeyCommand,
  playlistCommand,
  recordscheduleCommand,
  roleCommand,
  securityprofileCommand,
  sessionCommand,
  uploadtokenCommand,
  userCommand,
] as const;
