import type { CatalogueEntry } from '@streamone/core/catalogue';

const COMPUTED =
  'Not a key that is sent: the signature is computed for each request (see the description of this document), so no tool ' +
  'that sends a fixed value here works. Of the kinds of scheme that OpenAPI has this one says at least where it goes. ';

function scheme(description: string) {
  return { type: 'apiKey', in: 'query', name: 'signature', description: COMPUTED + description };
}

const byActor = { user: 'userSignature', application: 'applicationSignature', session: 'sessionSignature' } as const;

/** The three ways to sign. */
export const securitySchemes = {
  userSignature: {
    ...scheme('Signed with the pre-shared key of the user whose ID is in `user`; `authentication_type` is `user`.'),
    'x-streamone-evidence': 'documented',
  },
  applicationSignature: {
    ...scheme(
      'Signed with the pre-shared key of the application whose ID is in `application`; `authentication_type` is `application`.',
    ),
    'x-streamone-evidence': 'documented',
  },
  sessionSignature: {
    ...scheme(
      'Signed with the pre-shared key of the application, immediately followed by the key of the session whose ID is in ' +
        '`session`; `application` is there too, and `authentication_type` is `application`.',
    ),
    'x-streamone-evidence': 'observed',
  },
};

/** Who may call an action: any one of these. */
export function securityOf({ actors }: CatalogueEntry): readonly Readonly<Record<string, readonly string[]>>[] {
  return actors.map((actor) => ({ [byActor[actor]]: [] }));
}
