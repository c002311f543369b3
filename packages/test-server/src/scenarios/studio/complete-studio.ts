import type { SeededRandom } from '../../random/seeded-random.js';
import type { Application, User } from '../../state/records.js';
import type { State } from '../../state/state.js';
import { memberTokens } from '../tokens.js';
import { makeLivestream } from './livestreams.js';

/** Who and what the studio has already. */
export interface StudioSoFar {
  readonly customer: string;
  readonly newsroom: string;
  readonly academy: string;
  readonly editor: User;
  readonly application: Application;
}

const MADE = new Date('2024-02-01T09:00:00Z');

/**
 * Adds what stands around the items: more live streams, a security profile, a playlist, a service
 * for single sign-on, and the roles that hold outside of any customer. Comes last, so that the IDs
 * of people and items stay what they were.
 */
export function completeStudio(state: State, random: SeededRandom, studio: StudioSoFar): void {
  const { customer, newsroom, academy, editor, application } = studio;
  const role = (name: string, tokens: readonly string[]): { role: string } => ({
    role: state.roles.add({ id: random.id(), name, tokens }).id,
  });
  const member = role('Member', memberTokens);
  const login = role('Login', ['session-create']);
  state.users.update(editor.id, { roles: [...editor.roles, member] });
  state.applications.update(application.id, { roles: [...application.roles, login, member] });

  const stream = (title: string, account: string, active: boolean, description: string | null = null): void => {
    state.livestreams.add(makeLivestream({ id: random.id(), title, description, account, active }));
  };
  stream('Harbour webcam', newsroom, true, 'Wind and waves.');
  stream('Election night', newsroom, false);
  stream('Lecture hall A', academy, true, 'Weekdays from nine to five.');

  state.services.add({
    id: random.id(),
    type: 'saml',
    name: 'Studio sign-on',
    responses: { 'response-for-editor': 'eva.meijer', 'response-for-reader': 'ruben' },
  });
  const dates = { datecreated: MADE, datemodified: MADE };
  const rule = { position: 0, verdict: 'DENY', start: null, end: null } as const;
  state.securityprofiles.add({
    ...dates,
    id: random.id(),
    name: 'The Netherlands only',
    account: newsroom,
    customer: null,
    rules: [{ ...rule, id: random.id(), type: 'country', fields: { country: '!NL' } }],
    fields: {},
  });
  const newsItems = [...state.items].filter(({ account, archived }) => account === newsroom && !archived).slice(0, 3);
  state.playlists.add({
    ...dates,
    id: random.id(),
    title: 'Front page',
    user: editor.id,
    application: null,
    // A gap, as removing an entry leaves one.
    entries: newsItems.map(({ id }, index) => ({
      id: random.id(),
      position: index * 2,
      item: id,
      livestream: null,
      fields: {},
    })),
    fields: {},
  });
  // Belongs to the customer alone: another application that `Website` can look at and change.
  state.applications.add({
    ...application,
    id: random.id(),
    psk: random.key(),
    name: 'Importer',
    description: 'Fetches items at night',
    account: newsroom,
    customer,
    roles: [],
  });
}
