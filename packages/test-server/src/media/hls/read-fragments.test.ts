import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audioBase64 } from '../stand-in/audio.generated.js';
import { videoBase64 } from '../stand-in/video.generated.js';
import { topBoxes } from './boxes.js';
import { fragmentFile } from './fragment-file.js';
import { readFragments } from './read-fragments.js';

const video = Buffer.from(videoBase64, 'base64');

/** A box with a content. */
function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const inside = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(inside.length + 8);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, inside]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4));
  return bytes;
}

const VIDEO = 0x76_69_64_65;
const SOUND = 0x73_6f_75_6e;

function track(id: number, timescale: number, kind: number): Buffer {
  const mdia = box('mdia', box('mdhd', words(0, 0, 0, timescale)), box('hdlr', words(0, 0, kind)));
  return box('trak', box('tkhd', words(0, 0, 0, id)), mdia);
}

function fragment(id: number, time: number, isWide = false): Buffer {
  const tfdt = isWide ? words(0x01_00_00_00, 0, time) : words(0, time);
  return box('moof', box('traf', box('tfhd', words(0, id)), box('tfdt', tfdt)));
}

const moov = box('moov', track(1, 10, SOUND), track(2, 100, VIDEO));
const mdat = box('mdat', Buffer.alloc(20));

test('the files that stand in', async () => {
  for (const base64 of [videoBase64, audioBase64]) {
    const file = new Blob([Buffer.from(base64, 'base64')]);
    const found = await readFragments(file, 6.046);
    expect(found?.segments).toHaveLength(3);
    let at = found?.head ?? 0;
    for (const { offset, length, duration } of found?.segments ?? []) {
      expect(offset).toBe(at);
      expect(duration).toBeGreaterThan(1.9);
      expect(duration).toBeLessThan(2.2);
      at += length;
    }
  }
});

test('segments begin with the picture; sound that comes apart goes with the one before', async () => {
  const parts = [
    box('ftyp', words(0)),
    moov,
    fragment(2, 100),
    mdat,
    fragment(1, 10),
    mdat,
    box('styp', words(0)),
    fragment(2, 300, true),
    mdat,
    fragment(1, 30),
    mdat,
    box('mfra', Buffer.alloc(9)),
  ];
  const starts = parts.map((_, index) => Buffer.concat(parts.slice(0, index)).length);
  const found = await readFragments(new Blob(parts), 5);
  expect(found).toEqual({
    head: starts[2],
    segments: [
      { offset: starts[2], length: (starts[6] ?? 0) - (starts[2] ?? 0), duration: 2 },
      { offset: starts[6], length: (starts[11] ?? 0) - (starts[6] ?? 0), duration: 3 },
    ],
  });
});

test.each<[string, readonly Uint8Array[]]>([
  ['nothing', []],
  ['no boxes', [Buffer.from('hello, this is no MP4')]],
  ['no fragments', [moov, mdat]],
  ['no description', [fragment(2, 0), mdat]],
  ['a description without tracks', [box('moov'), fragment(2, 0), mdat]],
  ['a track without a timescale', [box('moov', track(2, 0, VIDEO)), fragment(2, 0), mdat]],
  ['fragments of another track', [moov, fragment(9, 0), mdat]],
  ['fragments that go back in time', [moov, fragment(2, 5), mdat, fragment(2, 5), mdat]],
  ['a fragment without media', [moov, fragment(2, 0)]],
  ['a box that is cut off', [moov, box('moof', box('traf', words(0xff, 0))), mdat]],
])('%s', async (_, parts) => {
  expect(await readFragments(new Blob([...parts]), 5)).toBeUndefined();
});

test('a media box of unknown end, and one of 64 bits', async () => {
  const open = Buffer.concat([words(0), Buffer.from('mdat'), Buffer.alloc(30)]);
  const long = Buffer.concat([words(1), Buffer.from('mdat'), words(0, 24), Buffer.alloc(8)]);
  const boxes = await topBoxes(new Blob([long, open]));
  expect(boxes).toEqual([
    { type: 'mdat', start: 0, content: 16, end: 24 },
    { type: 'mdat', start: 24, content: 32, end: 62 },
  ]);
});

describe('whatever is in a file', () => {
  test('it is read or not, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(video.length),
        fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 20 }),
        async (end, changes) => {
          const bytes = Buffer.from(video.subarray(0, end));
          for (const [at, value] of changes) if (at < end) bytes[at] = value;
          const found = await readFragments(new Blob([bytes]), 6);
          for (const { offset, length, duration } of found?.segments ?? []) {
            expect(offset + length).toBeLessThanOrEqual(end);
            expect(length).toBeGreaterThan(0);
            expect(duration).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

test('a fragmented file is made of one that plays, and of nothing else', async () => {
  const made = await fragmentFile(new Blob([video]));
  const found = made && (await readFragments(made, 6.046));
  expect(found?.segments.reduce((sum, { duration }) => sum + duration, 0)).toBeCloseTo(6.046, 1);
  expect(await fragmentFile(new Blob(['hello']))).toBeUndefined();
});
