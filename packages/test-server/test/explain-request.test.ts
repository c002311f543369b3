import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestServer, explainMediaLink, explainRequest } from '../src/index.js';
import { sign } from './sign.js';

const user = { id: 'a-user', psk: 'the-key-of-a-user' };
const application = { id: 'an-app', psk: 'the-key-of-an-application' };
const old = 1_300_000_000;

describe('a request', () => {
  test('that is signed right is, however old it is, wherever it acts', async () => {
    const { target, body } = sign({ key: user, account: 'somewhere', timestamp: old, args: { limit: '3' } });
    const found = await explainRequest({ method: 'POST', target, body }, { user });
    expect(found).toMatchObject({ signed: true, timestamp: old });
    expect(found.explanation).toBeUndefined();
    expect(found.steps.map(({ name, result }) => `${name} ${result}`)).toContain('arguments passed');
    expect(
      (await explainRequest({ method: 'POST', target: `https://x.test/v3${target}`, body }, { user })).signed,
    ).toBe(true);
  });

  test('of a test server, whose IDs come from a seed, is explained as any other', async () => {
    const { user: key, account, customer } = createTestServer({ scenario: 'empty' }).credentials;
    const { target } = sign({ key, account, parameters: (pairs) => [...pairs, ['customer', customer]] });
    expect((await explainRequest({ method: 'POST', target }, { user: key })).explanation?.summary).toMatch(/customer/);
    const { target: right } = sign({ key, account });
    expect((await explainRequest({ method: 'POST', target: right }, { user: key })).signed).toBe(true);
  });

  test('that is signed wrong has its mistake told', async () => {
    const { target, body } = sign({ key: { ...user, psk: `${user.psk}\n` }, account: 'somewhere', timestamp: old });
    const found = await explainRequest({ method: 'POST', target, body }, { user });
    expect(found.signed).toBe(false);
    expect(found.explanation?.mistakes).toEqual(['key-with-blank']);
    expect(JSON.stringify(found)).not.toContain(user.psk);
  });

  test('may have signed the address, which is known from the request alone', async () => {
    const { path, query, signature } = sign({ key: user, account: 'somewhere' });
    const host = 'https://api.example';
    const text = `${host}${path}?${query.replace(/&signature=.*$/, '')}&`;
    const wrong = createHmac('sha1', user.psk).update(text).digest('hex');
    const target = `${host}${path}?${query.replace(signature, wrong)}`;
    const { explanation } = await explainRequest({ method: 'POST', target }, { user });
    expect(explanation?.summary).toMatch(/host/);
  });

  test('of a session is checked with both keys', async () => {
    const session = { id: 'a-session', key: 'its-key' };
    const { target } = sign({ key: application, type: 'application', session, account: 'somewhere', timestamp: old });
    expect((await explainRequest({ method: 'POST', target }, { application, session })).signed).toBe(true);
    const without = await explainRequest({ method: 'POST', target }, { application });
    expect(without).toMatchObject({ signed: false, explanation: { argument: 'session' } });
  });

  interface Wrong {
    readonly method?: string;
    readonly key?: typeof user;
    readonly timestamp?: string;
    readonly more?: [string, string];
    readonly path?: string;
  }

  test.each<[name: string, wrong: Wrong, said: RegExp]>([
    ['another method', { method: 'GET' }, /POST only/],
    ['milliseconds', { timestamp: `${old}123` }, /milliseconds/],
    ['an unknown parameter', { more: ['acount', 'x'] }, /Did you mean "account"/],
    ['somebody else', { key: { ...user, id: 'b-user' } }, /There is no user "b-user"/],
    ['a path that is none', { path: '/item/view' }, /Did you mean "\/api\/item\/view"/],
  ])('is refused for %s', async (_name, { method = 'POST', key = user, timestamp, more, path }, said) => {
    const { target } = sign({
      key,
      account: 'somewhere',
      ...(timestamp !== undefined && { timestamp }),
      ...(path !== undefined && { path }),
      ...(more !== undefined && { parameters: (pairs) => [...pairs, more] }),
    });
    const { signed, explanation } = await explainRequest({ method, target }, { user });
    expect(signed).toBe(false);
    expect(explanation?.summary).toMatch(said);
  });

  test('that is signed right may still have an argument that is unknown', async () => {
    const { target, body } = sign({ key: user, account: 'somewhere', args: { limmit: '3' } });
    const { signed, explanation } = await explainRequest({ method: 'POST', target, body }, { user });
    expect([signed, explanation?.argument]).toEqual([true, 'limmit']);
  });

  test('that asks for what is not here is nothing to be told of', async () => {
    const args = { playlist: 'no-such-one', title: 'x' };
    const { target, body } = sign({ key: user, path: '/api/playlist/edit', account: 'somewhere', args });
    const { signed, explanation } = await explainRequest({ method: 'POST', target, body }, { user });
    expect([signed, explanation]).toEqual([true, undefined]);
  });
});

const signed = (text: string): string => createHmac('sha1', user.psk).update(text).digest('hex');

describe('a media link', () => {
  const folder = '/hls/account=A/item=I';
  const query = 'signuser=a-user&signts=1300000000';

  test('that is signed right has nothing to be told of, also when it has expired', () => {
    const link = `https://media.test${folder}/video.m3u8?${query}&signature=${signed(`${folder}?${query}`)}`;
    expect(explainMediaLink(link, user)).toBeUndefined();
    expect(explainMediaLink(`${link}#t=3`, user)).toBeUndefined();
  });

  test.each([
    ['its file name', `${folder}/video.m3u8?${query}`, ['file-name']],
    ['its host', `https://media.test${folder}?${query}`, ['host']],
  ])('that signed %s too has that told', (_name, text, mistakes) => {
    const link = `https://media.test${folder}/video.m3u8?${query}&signature=${signed(text)}`;
    expect(explainMediaLink(link, user)?.mistakes).toEqual(mistakes);
  });

  test('that is not signed is told so', () => {
    expect(explainMediaLink(`${folder}/video.m3u8`, user)?.summary).toMatch(/is not signed:/);
    expect(explainMediaLink(`${folder}/video.m3u8?${query}`, user)?.summary).toMatch(/as a whole/);
  });
});
