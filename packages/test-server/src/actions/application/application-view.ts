import { applicationView } from '@streamone/core/catalogue';
import { inScope } from '../../rights/in-scope.js';
import { handler } from '../action-handler.js';
import { pageOf, readPage } from '../page.js';
import { applicationRow } from './application-row.js';

/**
 * Answers `application/view`: the applications that the request may reach, in the order in which
 * they were made (inferred). The answer may be kept (observed).
 */
export const answerApplicationView = handler(applicationView, ({ arguments: given, scope, state, timezone }) => {
  const page = readPage(given, state);
  const { application: wanted } = given;
  const list = [...state.applications].filter(
    (record) => (!wanted || record.id === wanted) && inScope(record, scope, state),
  );
  return { ...pageOf(list, page, (record) => applicationRow(record, timezone)), cacheable: true };
});
