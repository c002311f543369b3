import type { Actor, CatalogueKey } from '@streamone/core/catalogue';
import type { Seeded } from './seeded.ts';

/** A value of an argument, as all three languages can write it. */
export type ExampleValue = string | number | boolean | null | Date | readonly string[];

/** Arguments by name. */
export type ExampleArguments = Readonly<Record<string, ExampleValue>>;

/** A call that is made first, since the test server does not have what the example needs. */
export interface Before {
  readonly key: CatalogueKey;
  readonly arguments: ExampleArguments;
  /** The argument that gets the ID of what was made. */
  readonly gives?: string;
}

/** How an action is called, with values that the seeded test server has. */
export interface Example {
  /** Who asks; a user unless given. */
  readonly as?: Actor;
  readonly arguments: ExampleArguments;
  readonly before?: Before;
}

const none: Example = { arguments: {} };

/** An example of each action. */
export function examples(seeded: Seeded): Readonly<Record<CatalogueKey, Example>> {
  const { item, livestream, playlist, entry, securityprofile, rule, user, reader, application, service } = seeded;
  const link = { user: reader, service, response: 'response-for-reader' };
  return {
    'api/info': none,
    'api/mytokens': none,
    'application/view': { arguments: { limit: 5 } },
    'application/edit': { arguments: { application, description: 'Fetches items at night', isactive: true } },
    'application/getmyroles': { as: 'application', arguments: {} },
    'application/getroles': { arguments: { application } },
    'item/view': {
      arguments: { itemtype: 'video', mindatecreated: new Date('2020-01-01T00:00:00Z'), order: 'desc', limit: 5 },
    },
    'item/create': {
      arguments: { itemtype: 'video', title: 'One evening in Žižkov', keywords: ['city', 'night'], archived: false },
    },
    'livestream/view': { arguments: { active: true, limit: 5 } },
    'metadatakey/create': { arguments: { name: 'photographer', description: 'Who held the camera' } },
    'playlist/view': none,
    'playlist/create': { arguments: { title: 'Weekend' } },
    'playlist/edit': { arguments: { playlist, title: 'Front page, evening' } },
    'playlist/delete': { arguments: { playlist } },
    'playlist/addentry': { arguments: { playlist, item } },
    'playlist/editentry': { arguments: { playlist, entry, position: 9 } },
    'playlist/removeentry': { arguments: { playlist, entry } },
    'recordschedule/create': { arguments: { name: 'The desk at night', livestream, title: 'Night of %d-%m-%Y' } },
    'recordschedule/edit': {
      before: {
        key: 'recordschedule/create',
        arguments: { name: 'The desk at night', livestream },
        gives: 'recordschedule',
      },
      arguments: { active: true, duration: 3600, rrule: 'FREQ=DAILY' },
    },
    'role/view': none,
    'securityprofile/view': none,
    'securityprofile/create': { arguments: { name: 'Europe only' } },
    'securityprofile/edit': { arguments: { securityprofile, name: 'The Low Countries' } },
    'securityprofile/delete': { arguments: { securityprofile } },
    'securityprofile/addrule': { arguments: { securityprofile, type: 'country', verdict: 'DENY', country: '!BE' } },
    'securityprofile/editrule': { arguments: { securityprofile, rule, verdict: 'ALLOW' } },
    'securityprofile/removerule': { arguments: { securityprofile, rule } },
    'session/initialize': { as: 'application', arguments: { user: 'editor', userip: '192.0.2.1' } },
    // What answers a challenge has to be computed: see own-code.ts.
    'session/create': { as: 'application', arguments: {} },
    'session/delete': { as: 'session', arguments: {} },
    'uploadtoken/create': { arguments: { validfor: 600 } },
    'user/viewme': none,
    'user/getmyroles': none,
    'user/getroles': { arguments: { user } },
    'user/view': { arguments: { searchfirstname: 'Eva', limit: 5 } },
    'user/viewbasic': { arguments: { searchusername: 'e', limit: 5 } },
    'user/create': {
      arguments: { username: 'noor', email: 'noor@studio.example', firstname: 'Noor', lastname: 'Jansen' },
    },
    'user/linkssotoken': { arguments: link },
    'user/clearssotoken': {
      before: { key: 'user/linkssotoken', arguments: link },
      arguments: { user: reader, service },
    },
  };
}
