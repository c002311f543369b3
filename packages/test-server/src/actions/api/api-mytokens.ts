import { apiMytokens } from '@streamone/core/catalogue';
import { tokensHeld } from '../../rights/tokens-held.js';
import { handler } from '../action-handler.js';

/** Answers `api/mytokens`: what the caller may do in the account(s) or for the customer of the request. */
export const answerApiMytokens = handler(apiMytokens, ({ caller, scope, state }) => ({
  body: tokensHeld(caller.record, scope, state),
}));
