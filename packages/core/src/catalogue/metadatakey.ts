import { object, text } from '../types/index.js';
import { argumentsOf } from './argument-definition.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

/** A key of metadata. It has no ID: the name is the key within the account. @documented */
export interface Metadatakey {
  /** The name. @documented */
  readonly name: string;
  /** What it is for. @documented */
  readonly description: string;
}

/** Arguments of `metadatakey/create`. Which of them are required is not known. */
export interface MetadatakeyCreateArguments {
  /** The name, new in the account. @documented */
  readonly name?: string | null | undefined;
  /** What it is for. @documented */
  readonly description?: string | null | undefined;
}

/** Makes a key of metadata. @documented @inferred errors */
export const metadatakeyCreate = defineAction({
  command: 'metadatakey',
  action: 'create',
  needs: 'account',
  token: 'metadatakey-write',
  errors: [471],
  arguments: argumentsOf<MetadatakeyCreateArguments>({ name: text(), description: text() }),
  output: object<Metadatakey>('Metadatakey', { name: text(), description: text() }),
});

/** The command `metadatakey`: what may be told about items beside the fields that all have. */
export const metadatakeyCommand = defineCommand('metadatakey', { create: metadatakeyCreate });
