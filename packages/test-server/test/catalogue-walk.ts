import type { TestServer } from '../src/index.js';
import type { PartialWish } from './ask.js';
import { bcryptHashes, create, initialize, login, respond } from './login.js';

/** What a request is made of, once the server is prepared for it. */
export type Prepared = (server: TestServer) => PartialWish | Promise<PartialWish>;

/** An action's request that succeeds, and one for each status that is documented for it. */
export interface Walked {
  readonly succeeds: Prepared;
  readonly errors?: Readonly<Record<number, Prepared>>;
}

function first<T extends { readonly id: string }>(records: Iterable<T>): T {
  for (const record of records) return record;
  throw new Error('nothing there');
}

const inCustomer =
  (args: (server: TestServer) => Record<string, string> = () => ({})): Prepared =>
  (server) => ({ customer: server.credentials.customer, args: args(server) });

const inAccount =
  (args: (server: TestServer) => Record<string, string> = () => ({})): Prepared =>
  (server) => ({ account: server.credentials.account, args: args(server) });

const byApplication = (wish: PartialWish): PartialWish => ({ type: 'application', ...wish });

const elsewhere = (server: TestServer) =>
  [...server.state.items].find(({ account }) => server.state.accounts.get(account)?.name === 'Hiernaast')?.id ?? '';

const service = ({ state }: TestServer): string => first(state.services).id;
const linked = (server: TestServer): void => {
  const { id } = server.credentials.user;
  server.state.users.update(id, { singlesignontokens: [{ service: service(server), subject: 'eva.meijer' }] });
};
const linking = (server: TestServer, more: Record<string, string> = {}): Record<string, string> => ({
  user: server.credentials.user.id,
  service: service(server),
  response: 'response-for-editor',
  ...more,
});

const playlist = ({ state }: TestServer, more: Record<string, string> = {}) => ({
  playlist: first(state.playlists).id,
  ...more,
});
const withEntry = (server: TestServer) => playlist(server, { entry: first(first(server.state.playlists).entries).id });
const profile = ({ state }: TestServer, more: Record<string, string> = {}) => ({
  securityprofile: first(state.securityprofiles).id,
  ...more,
});
const withRule = (server: TestServer, more: Record<string, string> = {}) =>
  profile(server, { rule: first(first(server.state.securityprofiles).rules).id, ...more });
const livestream = ({ state, credentials }: TestServer): string =>
  first([...state.livestreams].filter(({ account }) => account === credentials.account)).id;
const schedule = (server: TestServer): string => {
  const { account } = server.credentials;
  const texts = { title: null, description: null, author: null, copyright: null, keywords: null, rrule: null };
  const rest = { sourceproxy: null, active: true, protected: false, startdate: null, duration: null, fields: {} };
  const source = 'rtmp://studio.example/live';
  return server.state.recordschedules.add({
    id: server.state.newId(),
    name: 'Nightly',
    account,
    source,
    livestream: null,
    ...texts,
    ...rest,
  }).id;
};

const throttled: Prepared = async (server) => {
  server.state.maxFailedLogins = 1;
  const { challenge } = (await initialize(server)).body;
  await create(server, { challenge, response: 'AAAA' });
  return byApplication({ args: { user: 'editor', userip: '192.0.2.1' } });
};
const answered = async (server: TestServer, hash: string): Promise<PartialWish> => {
  const { challenge } = (await initialize(server)).body;
  return byApplication({ args: { challenge, response: respond(hash, challenge) } });
};
const inSession: Prepared = async (server) => ({ session: await login(server) });

/** Every action of the catalogue. The test beside this fails when an action, or a status of one, is missing here. */
export const walked: Readonly<Record<string, Walked>> = {
  'api/info': { succeeds: () => ({}) },
  'api/mytokens': { succeeds: inAccount() },
  'session/initialize': {
    succeeds: () => byApplication({ args: { user: 'editor', userip: '192.0.2.1' } }),
    errors: { 8: throttled },
  },
  'session/create': {
    succeeds: (server) => answered(server, bcryptHashes.editor),
    errors: {
      280: (server) => {
        server.state.users.update(server.credentials.user.id, { needsv2hash: true });
        return answered(server, bcryptHashes.editor);
      },
      281: (server) => answered(server, bcryptHashes.reader),
    },
  },
  'session/delete': {
    succeeds: inSession,
    errors: {
      282: async (server) => {
        const session = await login(server);
        server.state.sessions.remove(session.id);
        return { session };
      },
    },
  },
  'user/viewme': { succeeds: () => ({}) },
  'user/getmyroles': { succeeds: () => ({}) },
  'user/getroles': { succeeds: inCustomer((server) => ({ user: server.credentials.user.id })) },
  'user/view': { succeeds: inCustomer() },
  'user/viewbasic': { succeeds: inAccount() },
  'user/create': {
    succeeds: inCustomer(() => ({ username: 'newcomer' })),
    errors: { 316: inCustomer(() => ({ username: 'reader' })) },
  },
  'user/linkssotoken': {
    succeeds: inCustomer((server) => linking(server)),
    errors: {
      310: inCustomer((server) => linking(server, { user: 'nobody' })),
      430: inCustomer((server) => linking(server, { service: 'nothing' })),
      431: inCustomer((server) => {
        linked(server);
        return linking(server);
      }),
      433: inCustomer((server) => linking(server, { response: 'forged' })),
    },
  },
  'user/clearssotoken': {
    succeeds: inCustomer((server) => {
      linked(server);
      return { user: server.credentials.user.id, service: service(server) };
    }),
    errors: {
      310: inCustomer((server) => ({ user: 'nobody', service: service(server) })),
      430: inCustomer((server) => ({ user: server.credentials.user.id, service: 'nothing' })),
      432: inCustomer((server) => ({ user: server.credentials.user.id, service: service(server) })),
    },
  },
  'application/view': { succeeds: inCustomer() },
  'application/edit': {
    succeeds: inCustomer((server) => ({ application: server.credentials.application.id, description: 'New' })),
    errors: { 260: inCustomer(() => ({ application: 'nothing' })) },
  },
  'application/getmyroles': { succeeds: () => byApplication({}) },
  'application/getroles': { succeeds: inCustomer((server) => ({ application: server.credentials.application.id })) },
  'role/view': { succeeds: inCustomer() },
  'item/view': { succeeds: inAccount() },
  'item/create': { succeeds: inAccount() },
  'livestream/view': { succeeds: inAccount() },
  'uploadtoken/create': {
    succeeds: inAccount(),
    errors: { 120: inAccount((server) => ({ item: elsewhere(server) })) },
  },
  'metadatakey/create': {
    succeeds: inAccount(() => ({ name: 'director' })),
    errors: {
      471: inAccount((server) => {
        server.state.metadatakeys.add({
          id: 'metadatakey1',
          name: 'director',
          description: '',
          account: server.credentials.account,
        });
        return { name: 'director' };
      }),
    },
  },
  'recordschedule/create': {
    succeeds: inAccount((server) => ({ livestream: livestream(server) })),
    errors: { 240: inAccount(() => ({ livestream: 'nothing' })) },
  },
  'recordschedule/edit': {
    succeeds: inAccount((server) => ({ recordschedule: schedule(server), title: '%H' })),
    errors: {
      240: inAccount((server) => ({ recordschedule: schedule(server), livestream: 'nothing' })),
      320: inAccount(() => ({ recordschedule: 'nothing' })),
    },
  },
  'playlist/view': { succeeds: () => ({}) },
  'playlist/create': { succeeds: () => ({}) },
  'playlist/edit': {
    succeeds: (server) => ({ args: playlist(server, { title: 'New' }) }),
    errors: { 220: () => ({ args: { playlist: 'nothing' } }) },
  },
  'playlist/delete': {
    succeeds: (server) => ({ args: playlist(server) }),
    errors: { 220: () => ({ args: { playlist: 'nothing' } }) },
  },
  'playlist/addentry': {
    succeeds: (server) => ({ args: playlist(server, { livestream: livestream(server) }) }),
    errors: { 220: () => ({ args: { playlist: 'nothing' } }) },
  },
  'playlist/editentry': {
    succeeds: (server) => ({ args: { ...withEntry(server), position: '7' } }),
    errors: {
      220: () => ({ args: { playlist: 'nothing' } }),
      230: (server) => ({ args: playlist(server, { entry: 'nothing' }) }),
    },
  },
  'playlist/removeentry': {
    succeeds: (server) => ({ args: withEntry(server) }),
    errors: {
      220: () => ({ args: { playlist: 'nothing' } }),
      230: (server) => ({ args: playlist(server, { entry: 'nothing' }) }),
    },
  },
  'securityprofile/view': { succeeds: inAccount() },
  'securityprofile/create': { succeeds: inAccount() },
  'securityprofile/edit': {
    succeeds: inAccount((server) => profile(server, { name: 'New' })),
    errors: { 380: inAccount(() => ({ securityprofile: 'nothing' })) },
  },
  'securityprofile/delete': {
    succeeds: inAccount((server) => profile(server)),
    errors: { 380: inAccount(() => ({ securityprofile: 'nothing' })) },
  },
  'securityprofile/addrule': {
    succeeds: inAccount((server) => profile(server, { type: 'country' })),
    errors: {
      380: inAccount(() => ({ securityprofile: 'nothing' })),
      381: inAccount((server) => profile(server)),
    },
  },
  'securityprofile/editrule': {
    succeeds: inAccount((server) => withRule(server, { position: '3' })),
    errors: {
      380: inAccount(() => ({ securityprofile: 'nothing' })),
      381: inAccount((server) => withRule(server, { start: 'tomorrow' })),
      382: inAccount((server) => profile(server, { rule: 'nothing' })),
    },
  },
  'securityprofile/removerule': {
    succeeds: inAccount((server) => withRule(server)),
    errors: {
      380: inAccount(() => ({ securityprofile: 'nothing' })),
      382: inAccount((server) => profile(server, { rule: 'nothing' })),
    },
  },
};
