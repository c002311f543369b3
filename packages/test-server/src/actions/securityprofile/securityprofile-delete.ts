import { securityprofileDelete } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { findSecurityprofile } from './find-securityprofile.js';

/** Answers `securityprofile/delete`: it goes with its rules, items that had it have none then, and nothing is shown (inferred). */
export const answerSecurityprofileDelete = handler(securityprofileDelete, (call) => {
  const { securityprofiles, items } = call.state;
  const { id } = findSecurityprofile(call);
  const users = [...items].filter(({ securityprofile }) => securityprofile === id);
  for (const item of users) items.update(item.id, { securityprofile: null });
  securityprofiles.remove(id);
  return { body: null };
});
