import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptJpegTables } from '../build/kept-jpeg-tables.ts';
import { drawPoster } from '../src/media/poster/draw-poster.js';
import { encodeJpeg } from '../src/media/poster/encode-jpeg.js';

type Encode = (picture: object, quality: number) => { readonly data: Uint8Array };

const require = createRequire(import.meta.url);
const source = readFileSync(require.resolve('jpeg-js/lib/encoder.js'), 'utf8');

test('an encoder that keeps its tables gives the bytes of a new one, whatever came before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streamone-jpeg-'));
  const file = join(folder, 'encoder.cjs');
  writeFileSync(file, keptJpegTables.transform.handler(source));
  const kept = require(file) as Encode;
  rmSync(folder, { recursive: true });
  const sizes = [320, 17, 640, 320].map((width) => ({ width, height: Math.round((width * 9) / 16) }));
  for (const quality of [80, 30, 80]) {
    for (const [at, size] of sizes.entries()) {
      const picture = drawPoster(`item ${at}`, size);
      expect(new Uint8Array(kept(picture, quality).data)).toEqual(encodeJpeg(picture, quality));
    }
  }
});

test('another jpeg-js is not fitted in silence', () => {
  expect(() => keptJpegTables.transform.handler('var encoder = make(qu);')).toThrow(/jpeg-js has changed/);
});
