import { Status } from '@streamone/core';
import { metadatakeyCreate } from '@streamone/core/catalogue';
import { inputError } from '../../answer/input-error.js';
import { Refusal } from '../../answer/refusal.js';
import { handler } from '../action-handler.js';

/** Answers `metadatakey/create`. That the name is required is inferred, and so is 471 for one that the account has. */
export const answerMetadatakeyCreate = handler(metadatakeyCreate, ({ arguments: given, scope, state }) => {
  const account = scope.accounts[0]?.id ?? '';
  const { name } = given;
  if (!name) throw inputError('name', 'A metadata key needs a name.');
  if (state.metadatakeys.find((key) => key.account === account && key.name === name) !== undefined) {
    throw new Refusal(Status.METADATA_KEY_ALREADY_EXISTS, {
      summary: `The account ${account} has a metadata key "${name}" already.`,
      argument: 'name',
      received: name,
    });
  }
  const made = state.metadatakeys.add({ id: state.newId(), account, name, description: given.description ?? '' });
  return { body: { name: made.name, description: made.description } };
});
