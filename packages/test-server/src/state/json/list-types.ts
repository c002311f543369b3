import type { NewPlaylistEntry, NewSecurityRule } from '../record-kinds.js';
import { date } from './date-types.js';
import { listOf, objectOf, orNull, textsByName } from './nested-types.js';
import { id, oneOf, reference, text, whole } from './simple-types.js';

/** Playlists and security profiles: lists with parts of their own. */
export const listTypes = {
  securityprofiles: {
    types: {
      id,
      name: text,
      account: orNull(reference('accounts')),
      customer: orNull(reference('customers')),
      datecreated: date,
      datemodified: date,
      rules: listOf(
        objectOf<NewSecurityRule>(
          {
            id,
            position: whole,
            type: text,
            verdict: oneOf('ALLOW', 'DENY'),
            start: orNull(date),
            end: orNull(date),
            fields: textsByName(),
          },
          ['type'],
        ),
      ),
      fields: textsByName(),
    },
    required: ['name'],
  },
  playlists: {
    types: {
      id,
      title: text,
      user: orNull(reference('users')),
      application: orNull(reference('applications')),
      datecreated: date,
      datemodified: date,
      entries: listOf(
        objectOf<NewPlaylistEntry>(
          {
            id,
            position: whole,
            item: orNull(reference('items')),
            livestream: orNull(reference('livestreams')),
            fields: textsByName(),
          },
          [],
        ),
      ),
      fields: textsByName(),
    },
    required: [],
  },
} as const;
