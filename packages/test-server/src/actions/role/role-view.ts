import { roleView } from '@streamone/core/catalogue';
import { inScope } from '../../rights/in-scope.js';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { roleRow } from './role-row.js';

/**
 * Answers `role/view`: the roles of no customer, and those of the customers that the request acts in;
 * all of them outside of any. `role` narrows the list by ID. All of it is inferred.
 */
export const answerRoleView = handler(roleView, ({ arguments: given, scope, state, timezone }) => {
  const wanted = new OpenArguments(given, timezone).hashes('role');
  const roles = [...state.roles].filter(
    ({ id, customer = null }) =>
      (!wanted || wanted.includes(id)) && (customer === null || inScope({ account: null, customer }, scope, state)),
  );
  return { body: roles.map((role) => roleRow(role, timezone, state)) };
});
