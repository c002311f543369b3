import type { ActionHandler } from './action-handler.js';
import { answerApiInfo } from './api/api-info.js';
import { answerApiMytokens } from './api/api-mytokens.js';
import { answerApplicationEdit } from './application/application-edit.js';
import { answerApplicationGetmyroles } from './application/application-getmyroles.js';
import { answerApplicationGetroles } from './application/application-getroles.js';
import { answerApplicationView } from './application/application-view.js';
import { answerItemCreate } from './item/item-create.js';
import { answerItemView } from './item/item-view.js';
import { answerLivestreamView } from './livestream/livestream-view.js';
import { answerMetadatakeyCreate } from './metadatakey/metadatakey-create.js';
import { answerPlaylistAddentry } from './playlist/playlist-addentry.js';
import { answerPlaylistCreate } from './playlist/playlist-create.js';
import { answerPlaylistDelete } from './playlist/playlist-delete.js';
import { answerPlaylistEdit } from './playlist/playlist-edit.js';
import { answerPlaylistEditentry } from './playlist/playlist-editentry.js';
import { answerPlaylistRemoveentry } from './playlist/playlist-removeentry.js';
import { answerPlaylistView } from './playlist/playlist-view.js';
import { answerRecordscheduleCreate } from './recordschedule/recordschedule-create.js';
import { answerRecordscheduleEdit } from './recordschedule/recordschedule-edit.js';
import { answerRoleView } from './role/role-view.js';
import { answerSecurityprofileAddrule } from './securityprofile/securityprofile-addrule.js';
import { answerSecurityprofileCreate } from './securityprofile/securityprofile-create.js';
import { answerSecurityprofileDelete } from './securityprofile/securityprofile-delete.js';
import { answerSecurityprofileEdit } from './securityprofile/securityprofile-edit.js';
import { answerSecurityprofileEditrule } from './securityprofile/securityprofile-editrule.js';
import { answerSecurityprofileRemoverule } from './securityprofile/securityprofile-removerule.js';
import { answerSecurityprofileView } from './securityprofile/securityprofile-view.js';
import { answerSessionCreate } from './session/session-create.js';
import { answerSessionDelete } from './session/session-delete.js';
import { answerSessionInitialize } from './session/session-initialize.js';
import { answerUploadtokenCreate } from './uploadtoken/uploadtoken-create.js';
import { answerUserClearssotoken } from './user/user-clearssotoken.js';
import { answerUserCreate } from './user/user-create.js';
import { answerUserGetmyroles } from './user/user-getmyroles.js';
import { answerUserGetroles } from './user/user-getroles.js';
import { answerUserLinkssotoken } from './user/user-linkssotoken.js';
import { answerUserView } from './user/user-view.js';
import { answerUserViewbasic } from './user/user-viewbasic.js';
import { answerUserViewme } from './user/user-viewme.js';

/** Every action that the server answers. A new one is a file in its command's folder and a line here. */
export const handlers: readonly ActionHandler[] = [
  answerApiInfo,
  answerApiMytokens,
  answerSessionInitialize,
  answerSessionCreate,
  answerSessionDelete,
  answerUserViewme,
  answerUserGetmyroles,
  answerUserGetroles,
  answerUserView,
  answerUserViewbasic,
  answerUserCreate,
  answerUserLinkssotoken,
  answerUserClearssotoken,
  answerApplicationView,
  answerApplicationEdit,
  answerApplicationGetmyroles,
  answerApplicationGetroles,
  answerRoleView,
  answerItemView,
  answerItemCreate,
  answerLivestreamView,
  answerUploadtokenCreate,
  answerMetadatakeyCreate,
  answerRecordscheduleCreate,
  answerRecordscheduleEdit,
  answerPlaylistView,
  answerPlaylistCreate,
  answerPlaylistEdit,
  answerPlaylistDelete,
  answerPlaylistAddentry,
  answerPlaylistEditentry,
  answerPlaylistRemoveentry,
  answerSecurityprofileView,
  answerSecurityprofileCreate,
  answerSecurityprofileEdit,
  answerSecurityprofileDelete,
  answerSecurityprofileAddrule,
  answerSecurityprofileEditrule,
  answerSecurityprofileRemoverule,
];
