// Made up, in the forms that are known: no ID, key or token in here was ever valid.
const account = { id: 'Mn9mdVb-02mA', name: 'Newsroom' };
const made = { datecreated: '2015-09-28 09:00:02', datemodified: '2016-01-15 09:24:41' };
const customer = { id: 'Cu5tR-8mWq1y', name: 'Studio Example', ...made };
const role = { id: 'Rl2wN_6bHd0K', name: 'Editor', tokens: ['item-read', 'item-upload'] };
const assignments = [{ role, account }];

const person = {
  id: 'Cmv8fnKfjF2l',
  username: 'editor',
  active: true,
  ...made,
  email: 'editor@studio.example',
  sessionsenabled: true,
  timezone: 'Europe/Amsterdam',
  mobilephone: '',
  address: '',
  zipcode: '',
  city: '',
  firstname: 'Eva',
  lastname: 'Meijer',
};
const user = { ...person, customer, singlesignontokens: [] };

const item = {
  id: 'g0_2Kx-9aZ1q',
  title: 'Evening news',
  type: 'video',
  description: null,
  duration: '1260',
  datecreated: '2016-01-15 09:24:41',
  dateaired: '2016-01-15 20:00:00',
  views: 312,
  keywords: ['news', 'evening'],
  selectedthumbnailurl: null,
  medialink: { hls: 'https://media.streamonecloud.net/hls/account=Mn9mdVb-02mA/item=g0_2Kx-9aZ1q/video.m3u8' },
  account,
};

const application = {
  id: 'Ap3kQ7-xLm2Z',
  name: 'Website',
  description: 'The website of the studio',
  ...made,
  active: true,
  iplock: null,
  timezone: 'Europe/Amsterdam',
};

const livestream = {
  id: 'Lv9sT_4nXe7B',
  title: 'Studio 1',
  description: null,
  type: { label: 'new-wowza-livestream', name: 'Live video' },
  thumbnail: 'https://media.streamonecloud.net/thumbnail/livestream.jpg',
  medialink: { hls: 'https://media.streamonecloud.net/hlslive/account=Mn9mdVb-02mA/livestream=Lv9sT_4nXe7B/live.m3u8' },
  account,
};

/** An example of a call. */
export interface ActionExample {
  /** The arguments, as JSON values; none where the action is called without any, or none is known. */
  readonly arguments?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  /** The body of the response; none where what is answered is not known. */
  readonly body?: unknown;
}

/** Examples by action, for all whose arguments or output are known; a test holds them against the schemas. */
export const examples: Readonly<Record<string, ActionExample>> = {
  'api/info': { body: {} },
  'api/mytokens': { body: ['item-read', 'item-upload'] },
  'application/view': { arguments: { limit: 3 }, body: [application] },
  'application/edit': {
    arguments: { application: application.id, description: application.description, isactive: true },
    body: { ...application, account: account.id, customer: customer.id },
  },
  'application/getmyroles': { body: assignments },
  'application/getroles': { body: assignments },
  'item/view': {
    arguments: {
      item: ['g0_2Kx-9aZ1q', 'g0_2Kx-9aZ1r'],
      archived: null,
      orderfield: 'created',
      order: 'desc',
      limit: 10,
    },
    body: [item],
  },
  'item/create': {
    arguments: {
      itemtype: 'video',
      title: item.title,
      keywords: 'news,evening',
      dateaired: '2016-01-15 19:00:00@UTC',
      protected: false,
    },
    body: item,
  },
  'livestream/view': { arguments: { active: true, orderfield: 'name' }, body: [livestream] },
  'metadatakey/create': {
    arguments: { name: 'director', description: 'Who directed it' },
    body: { name: 'director', description: 'Who directed it' },
  },
  'recordschedule/create': { arguments: { name: 'Nightly', livestream: livestream.id, title: 'News of %d-%m-%Y' } },
  'recordschedule/edit': {
    arguments: { recordschedule: 'Sc7hD_1pVu3J', active: true, duration: 1800, rrule: 'FREQ=DAILY' },
  },
  'role/view': { body: [role] },
  'session/initialize': {
    arguments: { user: 'editor', userip: '192.0.2.1' },
    body: {
      challenge: 'EXAMPLE.CHALLENGE.32.CHARACTERS.',
      salt: '$2y$12$EXAMPLEEXAMPLEEXAMPLEE',
      needsv2hash: false,
    },
  },
  'session/create': {
    arguments: { challenge: 'EXAMPLE.CHALLENGE.32.CHARACTERS.', response: 'RVhBTVBMRS1SRVNQT05TRQ==' },
    body: { id: 'Se4sN-2kYo9P', key: 'EXAMPLE.SESSIONKEY.32.CHARACTERS', timeout: 3600, user: person.id },
  },
  'uploadtoken/create': {
    arguments: { validfor: 3600 },
    body: {
      token: 'EXAMPLE.UPLOAD.TOKEN',
      uploadurl: 'http://upload.example/upload',
      uploadurlhttps: 'https://upload.example/upload',
      itemid: item.id,
      fileid: 'Fl8eQ_5zMc6T',
    },
  },
  'user/viewme': { body: person },
  'user/getmyroles': { body: assignments },
  'user/getroles': { body: assignments },
  'user/view': { arguments: { searchusername: 'edit', active: true, limit: 5 }, body: [user] },
  'user/viewbasic': { arguments: { searchusername: 'edit' }, body: [{ id: person.id, username: person.username }] },
  'user/create': { arguments: { username: 'editor', email: person.email, firstname: 'Eva' }, body: user },
  'user/linkssotoken': {
    arguments: { user: person.id, service: 'Sv1cE_9tGh4R', response: 'EXAMPLE.RESPONSE.OF.THE.SERVICE' },
    body: user,
  },
  'user/clearssotoken': { arguments: { user: person.id, service: 'Sv1cE_9tGh4R' } },
};
