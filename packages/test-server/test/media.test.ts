import { createHash, createHmac } from 'node:crypto';
import { readPlaylist } from '@streamone/core/media';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestServer as createPortable } from '../src/browser.js';
import { type Item, type TestServer, createTestServer, startTestServer } from '../src/index.js';
import { EMBED_STYLE } from '../src/media/pages/embed-page.js';
import { ask } from './ask.js';
import { type Send, VIDEO } from './upload.js';

interface Way {
  readonly name: string;
  readonly start: () => Promise<TestServer>;
  readonly send: (server: TestServer) => Send;
}

const ways: readonly Way[] = [
  { name: 'socket', start: () => startTestServer(), send: () => fetch },
  { name: 'portable', start: async () => createPortable(), send: (server) => server.fetch },
];

function firstItem(server: TestServer, type = 'video'): Item {
  const { account } = server.credentials;
  const item = server.state.items.find((found) => found.account === account && found.type === type);
  if (item === undefined) throw new Error(`There is no ${type}.`);
  return item;
}

/** Width and height of a JPEG, read from its frame header. */
function jpegSize(bytes: Buffer): readonly number[] {
  expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  for (let at = 2; ; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at + 1] === 0xc0) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
  }
}

interface Listed {
  readonly map: readonly [length: number, offset: number];
  readonly segments: readonly { duration: number; length: number; offset: number; uri: string }[];
}

/** Reads a playlist as strictly as RFC 8216 writes one. */
function readM3u8(text: string): Listed {
  const lines = text.split('\n');
  expect(lines.slice(0, 2)).toEqual(['#EXTM3U', '#EXT-X-VERSION:7']);
  expect(lines.at(-1)).toBe('');
  const target = Number(/^#EXT-X-TARGETDURATION:(\d+)$/m.exec(text)?.[1]);
  const [, length, offset] = /^#EXT-X-MAP:URI="[^"\s]+",BYTERANGE="(\d+)@(\d+)"$/m.exec(text) ?? [];
  const found = text.matchAll(/^#EXTINF:(\d+\.\d+),\n#EXT-X-BYTERANGE:(\d+)@(\d+)\n([^#\s]+)$/gm);
  const segments = [...found].map(([, duration, size, from, uri = '']) => {
    expect(Math.round(Number(duration))).toBeLessThanOrEqual(target);
    return { duration: Number(duration), length: Number(size), offset: Number(from), uri };
  });
  return { map: [Number(length), Number(offset)], segments };
}

const hmac = (key: string, text: string): string => createHmac('sha1', key).update(text).digest('hex');

describe.each(ways)('$name', ({ start, send }) => {
  let server: TestServer;
  let item: Item;
  let owner: string;
  const get = (path: string, init: RequestInit = {}): Promise<Response> => send(server)(server.url + path, init);
  const listed = async (clip: string): Promise<number> =>
    readM3u8(await (await get(`/hls/${owner}/${clip}/a.m3u8`)).text()).segments.length;
  const hash = async (path: string): Promise<string> =>
    createHash('sha256')
      .update(Buffer.from(await (await get(path)).arrayBuffer()))
      .digest('hex');
  const now = (): number => Math.floor(server.clock.now() / 1000);
  const why = (): unknown => server.journal.entries({ command: 'media' }).at(-1)?.explanation;
  /** Signs as the text of the protocol says. */
  function signed(path: string, more = '', who = server.credentials.user, until = now() + 60): string {
    const query = `${more}signuser=${who.id}&signts=${until}`;
    return `${path}?${query}&signature=${hmac(who.psk, `${path.slice(0, path.lastIndexOf('/'))}?${query}`)}`;
  }

  beforeAll(async () => {
    server = await start();
    item = firstItem(server);
    owner = `account=${item.account}/item=${item.id}`;
  });
  afterAll(() => server.close());

  test('the links of the items lead to this server, and play', async () => {
    interface Links {
      readonly medialink: { readonly progressive: string; readonly hls: string };
      readonly selectedthumbnailurl: string;
    }
    const { body } = await ask<Links[]>(server, { account: item.account, args: { item: item.id } });
    const [{ medialink, selectedthumbnailurl } = expect.fail('no item')] = body;
    for (const link of [medialink.progressive, medialink.hls, selectedthumbnailurl]) {
      expect(link.startsWith(`${server.url}/`)).toBe(true);
      const response = await send(server)(link, {});
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      await response.arrayBuffer();
    }
    const live = await ask<Links[]>(server, {
      account: item.account,
      path: '/api/livestream/view',
      args: { active: '1' },
    });
    const response = await send(server)(live.body[0]?.medialink.hls ?? '', {});
    expect(response.headers.get('content-type')).toBe('application/vnd.apple.mpegurl');
  });

  test.each<[string, number, string | null, readonly [number, number]]>([
    ['bytes=0-', 206, 'bytes 0-34852/34853', [0, 34_853]],
    ['bytes=10-19', 206, 'bytes 10-19/34853', [10, 20]],
    ['bytes=34852-99999', 206, 'bytes 34852-34852/34853', [34_852, 34_853]],
    ['bytes=-5', 206, 'bytes 34848-34852/34853', [34_848, 34_853]],
    ['bytes=-99999', 206, 'bytes 0-34852/34853', [0, 34_853]],
    ['bytes=34853-', 416, 'bytes */34853', [0, 0]],
    ['bytes=-0', 416, 'bytes */34853', [0, 0]],
    ['bytes=5-3', 200, null, [0, 34_853]],
    ['bytes=0-1,5-6', 200, null, [0, 34_853]],
    ['nonsense', 200, null, [0, 34_853]],
  ])('the range %s gives %i', async (range, status, contentRange, [from, to]) => {
    const response = await get(`/progressive/${owner}/a.mp4`, { headers: { range } });
    expect([response.status, response.headers.get('content-range')]).toEqual([status, contentRange]);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (status === 416) return;
    expect(bytes.equals(VIDEO.subarray(from, to))).toBe(true);
    expect(response.headers.get('content-length')).toBe(String(to - from));
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('accept-ranges')).toBe('bytes');
  });

  test('HEAD, conditions and other methods', async () => {
    const path = `/progressive/${owner}/a.mp4`;
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '34853', '']);
    const etag = head.headers.get('etag') ?? '';
    expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await get(path, { headers: { range: 'bytes=0-1', 'if-range': etag } })).status).toBe(206);
    expect((await get(path, { headers: { range: 'bytes=0-1', 'if-range': '"other"' } })).status).toBe(200);
    expect((await get(path, { method: 'POST', body: 'x' })).status).toBe(405);
    const asked = await get(path, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, '*']);
  });

  test.each([
    ['/progressive/item=I/a.mp4', 404],
    ['/progressive/account=A/item=nobody/a.mp4', 404],
    ['/progressive/account=other/ITEM/a.mp4', 404],
    ['/progressive/OWNER/a/b.mp4', 404],
    ['/progressive/OWNER/account=A/a.mp4', 404],
    ['/progressive/OWNER/%FF.mp4', 404],
    ['/progressive/OWNER/file=nothing/a.mp4', 404],
    ['/progressive/OWNER/smartstart=x/a.mp4', 400],
    ['/progressive/OWNER/smartstart=5/smartend=5/a.mp4', 400],
    ['/progressive/OWNER/smartstart=5/smartend=9/a.mp4?start=7', 200],
    ['/progressive/OWNER/a.mp4?start=-1', 400],
    ['/dash/OWNER/a.mpd', 501],
    ['/smooth/OWNER/Manifest', 501],
    ['/hlslive/account=A/livestream=L/a.m3u8', 404],
    ['/embed/item=nobody', 404],
    ['/embed/OWNER/page.txt', 404],
    ['/playlist/OWNER/other.json', 404],
    ['/thumbnail/OWNER/poster.png', 404],
    ['/thumbnail/OWNER/11.jpg', 404],
  ])('%s gives %i', async (path, status) => {
    const response = await get(path.replace('OWNER', owner).replace('ITEM', `item=${item.id}`));
    expect(response.status).toBe(status);
    expect(await response.text()).not.toBe('');
  });

  test('an item without a file has nothing to play', async () => {
    const { body } = await ask<{ id: string }>(server, { path: '/api/item/create', account: item.account });
    const response = await get(`/progressive/account=${item.account}/item=${body.id}/a.mp4`);
    expect([response.status, await response.text()]).toEqual([404, 'The item has no file yet.\n']);
  });

  test('HLS is a playlist over the very same file', async () => {
    const response = await get(`/hls/${owner}/my%20clip.m3u8`);
    expect(response.headers.get('content-type')).toBe('application/vnd.apple.mpegurl');
    const text = await response.text();
    expect(text).toContain('#EXT-X-PLAYLIST-TYPE:VOD\n');
    expect(text.endsWith('#EXT-X-ENDLIST\n')).toBe(true);
    const { map, segments } = readM3u8(text);
    expect(map).toEqual([1217, 0]);
    expect(segments.map(({ duration }) => Math.round(duration))).toEqual([2, 2, 2]);
    expect(segments.reduce((sum, { duration }) => sum + duration, 0)).toBeCloseTo(6.046, 2);
    let at = 1217;
    for (const { offset, length, uri } of segments) {
      expect([offset, uri]).toEqual([at, 'my%20clip.mp4']);
      const part = await get(`/hls/${owner}/${uri}`, { headers: { range: `bytes=${offset}-${offset + length - 1}` } });
      const bytes = Buffer.from(await part.arrayBuffer());
      expect(bytes.equals(VIDEO.subarray(offset, offset + length))).toBe(true);
      expect(bytes.toString('latin1', 4, 8)).toBe('moof');
      at += length;
    }
  });

  test('a clip lists the segments that it touches', async () => {
    expect(await listed('smartstart=3')).toBe(2);
    expect(await listed('smartend=2')).toBe(1);
    expect(await listed('smartstart=1/smartend=3')).toBe(2);
    // Longer items have the same small file: it plays as a whole.
    expect(await listed('smartstart=100')).toBe(3);
  });

  test('an item of sound plays sound', async () => {
    const { medialink } = firstItem(server, 'audio');
    const response = await get(medialink.progressive ?? '');
    expect(response.headers.get('content-type')).toBe('audio/mp4');
    await response.arrayBuffer();
    expect(readM3u8(await (await get(medialink.hls ?? '')).text()).segments).toHaveLength(3);
  });

  test('a live stream goes on with the clock', async () => {
    const { medialink, id } = server.state.livestreams.find(({ active }) => active) ?? expect.fail('none');
    server.clock.set(new Date('2024-01-01T00:00:00Z'));
    server.clock.freeze();
    const seen: string[] = [];
    let last = -1;
    let discontinuities = -1;
    for (let second = 0; second < 20; second++) {
      const text = await (await get(medialink.hls ?? '')).text();
      expect(text).not.toContain('ENDLIST');
      const sequence = Number(/^#EXT-X-MEDIA-SEQUENCE:(\d+)$/m.exec(text)?.[1]);
      const { segments } = readM3u8(text);
      expect(segments).toHaveLength(6);
      // What a number stands for never changes, nor does the count of discontinuities before it.
      let begun = Number(/^#EXT-X-DISCONTINUITY-SEQUENCE:(\d+)$/m.exec(text)?.[1]);
      text
        .split('#EXTINF')
        .slice(0, -1)
        .forEach((before, index) => {
          if (before.includes('#EXT-X-DISCONTINUITY\n')) begun++;
          const told = `${segments[index]?.offset} ${begun}`;
          expect(seen[sequence + index - (last === -1 ? sequence : 0)] ?? told).toBe(told);
          seen[sequence + index] = told;
        });
      expect(sequence).toBeGreaterThanOrEqual(last);
      expect(begun).toBeGreaterThanOrEqual(discontinuities);
      [last, discontinuities] = [sequence, begun];
      server.clock.advance(1);
    }
    expect(Object.keys(seen).length).toBeGreaterThan(12);
    server.state.livestreams.update(id, { active: false });
    expect((await get(medialink.hls ?? '')).status).toBe(404);
    server.clock.resume();
  });

  test.each<[string, readonly [number, number]]>([
    ['', [640, 360]],
    ['?width=100', [100, 56]],
    ['?height=90', [160, 90]],
    ['?size=33x77', [33, 77]],
    ['?size=1x1', [1, 1]],
  ])('a poster%s has the size %j', async (query, size) => {
    const response = await get(`/thumbnail/${owner}/poster.jpg${query}`);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(jpegSize(bytes)).toEqual(size);
    const again = Buffer.from(await (await get(`/thumbnail/${owner}/poster.jpg${query}`)).arrayBuffer());
    expect(again.equals(bytes)).toBe(true);
  });

  test('each item and each still has its own poster', async () => {
    const other = firstItem(server, 'audio');
    const names = ['poster', '1', '2'].map((name) => `/thumbnail/${owner}/${name}.jpg?width=64`);
    const all = [...names, `/thumbnail/account=${other.account}/item=${other.id}/poster.jpg?width=64`];
    expect(new Set(await Promise.all(all.map(hash))).size).toBe(4);
  });

  test.each([
    'width=0',
    'width=4097',
    'height=-1',
    'height=4000',
    'size=10',
    'size=1x2x3',
    'size=5000x10',
    'width=9&height=9',
    'width=',
  ])('a poster of ?%s is refused', async (query) => {
    expect((await get(`/thumbnail/${owner}/poster.jpg?${query}`)).status).toBe(400);
  });

  test('the page of a player shows what it was told as text', async () => {
    const title = `<script>alert(1)</script> "'&`;
    server.state.items.update(item.id, { title });
    const response = await get(`/embed/item=${item.id}`);
    const html = await response.text();
    expect(html).not.toContain('<script');
    expect(html).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39;&amp;</title>');
    expect(html).toContain('aria-label="&lt;script&gt;');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(createHash('sha256').update(EMBED_STYLE).digest('base64'));
    expect(html).toContain(`<style>${EMBED_STYLE}</style>`);
    const named = await (await get(`/embed/${owner}/a.html`)).text();
    expect(named).toBe(html);
    const [, oembed = ''] = /type="application\/json\+oembed"[^>]*href="([^"]+)"/.exec(html) ?? [];
    const described = await send(server)(oembed.replaceAll('&amp;', '&'), {});
    const { html: frame } = (await described.json()) as { html: string };
    expect(frame).not.toContain('<script');
    server.state.items.update(item.id, { title: item.title });
  });

  test('oEmbed', async () => {
    const ofPage = (more = ''): Promise<Response> =>
      get(`/oembed?url=${encodeURIComponent(`https://content.streamonecloud.net/embed/item=${item.id}`)}${more}`);
    const response = await ofPage('&format=json&maxwidth=320&maxheight=90');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({
      version: '1.0',
      type: 'video',
      title: item.title,
      width: 160,
      height: 90,
      html: expect.stringMatching(
        new RegExp(`^<iframe src="${server.url}/embed/${owner}/[a-z0-9-]+\\.html" width="160"`),
      ) as string,
      thumbnail_url: `${server.url}/thumbnail/${owner}/poster.jpg?size=160x90`,
      thumbnail_width: 160,
      thumbnail_height: 90,
    });
    expect(await (await ofPage()).json()).toMatchObject({ width: 640, height: 360 });
    expect((await ofPage('&format=xml')).status).toBe(501);
    expect((await ofPage('&maxwidth=0')).status).toBe(400);
    expect((await get('/oembed')).status).toBe(400);
    for (const url of ['x', 'https://a.example/', 'https://a.example/embed/item=nobody']) {
      expect((await get(`/oembed?url=${encodeURIComponent(url)}`)).status).toBe(404);
    }
  });

  test('the playlist as JSON', async () => {
    const body: unknown = await (await get(`/playlist/item=${item.id}/playlist.json`)).json();
    expect(body).toEqual({
      items: [
        {
          title: item.title,
          description: item.description,
          poster: `${server.url}${item.selectedthumbnailurl}`,
          duration: item.duration,
          account: item.account,
          datecreated: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
          publishedstart: expect.any(String) as string,
          locations: {
            adaptive: [{ type: 'application/vnd.apple.mpegurl', src: `${server.url}${item.medialink.hls}` }],
            progressive: [
              {
                label: '180p',
                width: 320,
                height: 180,
                sources: [{ src: `${server.url}${item.medialink.progressive}`, type: 'video/mp4' }],
              },
            ],
          },
        },
      ],
    });
    expect(await (await get(`/playlist/${owner}/playlist.json`)).json()).toEqual(body);
  });

  test('the playlist as XSPF', async () => {
    const response = await get(`/playlist/${owner}/playlist.xspf`);
    expect(response.headers.get('content-type')).toBe('application/xspf+xml');
    expect(readPlaylist(await response.text())).toMatchObject({
      title: item.title,
      tracks: [
        {
          title: item.title,
          duration: (item.duration ?? 0) * 1000,
          locations: [
            { url: `${server.url}${item.medialink.progressive}`, height: 180, default: true },
            { url: `${server.url}${item.medialink.hls}`, default: false },
          ],
        },
      ],
    });
  });

  describe('signed links', () => {
    test('play what is protected, with every part of a playlist', async () => {
      server.state.items.update(item.id, { protected: true });
      try {
        for (const path of [`/progressive/${owner}/a.mp4`, `/hls/${owner}/a.m3u8`]) {
          expect((await get(path)).status).toBe(403);
          expect(why()).toMatchObject({
            argument: 'signature',
            summary: expect.stringContaining('protected') as string,
          });
          expect((await get(signed(path))).status).toBe(200);
        }
        const playlist = await (await get(signed(`/hls/${owner}/a.m3u8`))).text();
        const [first] = readM3u8(playlist).segments;
        expect((await get(`/hls/${owner}/${first?.uri}`)).status).toBe(200);
        for (const page of [`/embed/${owner}/a.html`, `/oembed?url=${encodeURIComponent(`http://a/embed/${owner}`)}`]) {
          expect([401, 403]).toContain((await get(page)).status);
        }
        expect((await get(`/playlist/${owner}/playlist.json`)).status).toBe(200);
        expect((await get(`/thumbnail/${owner}/poster.jpg`)).status).toBe(200);
      } finally {
        server.state.items.update(item.id, { protected: false });
      }
    });

    test('are checked where they are not needed as well', async () => {
      const path = `/progressive/${owner}/smartend=4/a.mp4`;
      expect((await get(signed(path))).status).toBe(200);
      expect((await get(signed(path, 'start=2&'))).status).toBe(200);
      const good = signed(path);
      expect((await get(good.replace('a.mp4', 'other.mp4'))).status).toBe(200);
      const cases: [string, object][] = [
        [good.replace('smartend=4', 'smartend=5'), { argument: 'signature', expected: expect.any(String) as string }],
        [good.replace(/.$/, (last) => (last === '0' ? '1' : '0')), { argument: 'signature' }],
        [good.replace(/&signature=.*/, ''), { argument: 'signature' }],
        [`${good}&signts=${now() + 99}`, { argument: 'signature' }],
        [signed(path, '', server.credentials.user, now() - 5), { argument: 'signts' }],
        [signed(path, '', { id: 'nobody', psk: 'x' }), { argument: 'signuser' }],
      ];
      for (const [link, explanation] of cases) {
        const response = await get(link);
        expect([response.status, await response.text()]).toEqual([403, 'Forbidden.\n']);
        expect(why()).toMatchObject(explanation);
        expect(JSON.stringify(server.journal.entries({ command: 'media' }).at(-1))).not.toMatch(/[0-9a-f]{40}/);
      }
    });

    test('hold up to and with their second', async () => {
      server.clock.freeze();
      const link = signed(`/hls/${owner}/a.m3u8`);
      server.clock.advance(60);
      expect((await get(link)).status).toBe(200);
      server.clock.advance(1);
      expect((await get(link)).status).toBe(403);
      server.clock.resume();
    });

    test('need an active user with item-play in the account', async () => {
      const reader = server.state.users.find(({ username }) => username === 'reader') ?? expect.fail('none');
      const former = server.state.users.find(({ active }) => !active) ?? expect.fail('none');
      expect((await get(signed(`/hls/${owner}/a.m3u8`, '', reader))).status).toBe(403);
      expect(why()).toMatchObject({ token: 'item-play', accounts: [item.account] });
      expect((await get(signed(`/hls/${owner}/a.m3u8`, '', former))).status).toBe(403);
      expect(why()).toMatchObject({ summary: 'The user in signuser is not active.' });
    });

    test.each<[string, (path: string, folder: string, query: string) => string]>([
      ['file-name', (path, _, query) => `${path}?${query}`],
      ['slash', (_, folder, query) => `${folder}/?${query}`],
      ['no-query', (_, folder) => folder],
      ['no-question-mark', (_, folder, query) => folder + query],
      ['host', (_, folder, query) => `${server.url}${folder}?${query}`],
      ['host-and-file-name', (path, _, query) => `${server.url}${path}?${query}`],
    ])('the mistake %s is recognised', async (name, toSign) => {
      const path = `/hls/${owner}/a.m3u8`;
      const query = `signuser=${server.credentials.user.id}&signts=${now() + 60}`;
      const signature = hmac(server.credentials.user.psk, toSign(path, `/hls/${owner}`, query));
      expect((await get(`${path}?${query}&signature=${signature}`)).status).toBe(403);
      expect(why()).toMatchObject({ mistakes: [name], expected: `/hls/${owner}?${query}` });
    });

    test('upper case is told apart', async () => {
      const link = signed(`/hls/${owner}/a.m3u8`).replace(/[0-9a-f]+$/, (hex) => hex.toUpperCase());
      expect((await get(link)).status).toBe(403);
      expect(why()).toMatchObject({ mistakes: ['upper-case'] });
    });
  });
});

test('with explain a refused link says why', async () => {
  await using server = createTestServer({ explain: true });
  const item = firstItem(server);
  server.state.items.update(item.id, { protected: true });
  const response = await server.fetch(`${server.url}/hls/account=${item.account}/item=${item.id}/a.m3u8`);
  expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('must be signed') as string]);
});

test('over a socket a link is verified as it was sent', async () => {
  await using server = await startTestServer();
  const item = firstItem(server);
  const { id, psk } = server.credentials.user;
  const folder = `/hls/account=${item.account}/item=${item.id}`;
  const query = `b='&signuser=${id}&signts=9999999999`;
  const signature = createHmac('sha1', psk).update(`${folder}?${query}`).digest('hex');
  const { socket } = await import('./adapters.js');
  // An address that is tidied up would have %27 there.
  const sent = { method: 'GET', target: `${folder}/a.m3u8?${query}&signature=${signature}` };
  expect((await socket.send(server, sent)).status).toBe(200);
});
