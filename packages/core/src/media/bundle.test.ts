import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('index.ts', import.meta.url));

/** What a bundler makes of a program that imports some names of the subpath: the packages in it, and how many bytes it has. */
async function bundle(names: string): Promise<{ packages: string[]; bytes: number; code: string }> {
  const outcome = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, target: 'es2023', lib: { entry: 'virtual:program', formats: ['es'] } },
    plugins: [
      {
        name: 'program',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('virtual:program') ? '\0program' : null),
        load: (id) => (id === '\0program' ? `export { ${names} } from ${JSON.stringify(entry)};` : null),
      },
    ],
  });
  const [result] = Array.isArray(outcome) ? outcome : [outcome];
  if (result === undefined || !('output' in result)) throw new Error('a bundle was expected');
  const [chunk] = result.output;
  const kept = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0);
  const found = kept.flatMap(([id]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []);
  return { packages: [...new Set(found)].toSorted(), bytes: chunk.code.length, code: chunk.code };
}

test('a program with links alone has no XML in it, and nothing else of the registry', async () => {
  const { packages, bytes, code } = await bundle('mediaLink');
  expect(code).toContain('media.streamonecloud.net');
  expect(packages).toEqual([]);
  expect(code).not.toMatch(/DOCTYPE|CDATA|xspf/);
  expect(bytes).toBeLessThan(10_000);
});

test('nor has one that signs and verifies them', async () => {
  const { packages, bytes } = await bundle(
    'mediaLink, liveLink, parseMediaLink, posterLink, signMediaLink, verifyMediaLink',
  );
  expect(packages).toEqual([]);
  expect(bytes).toBeLessThan(20_000);
});

test('reading brings the parser and not the writer, writing the writer and not the parser', async () => {
  expect((await bundle('readPlaylist, readDropoff')).packages).toEqual(['@rgrove/parse-xml']);
  const { packages } = await bundle('writePlaylist, writeDropoff');
  expect(packages).toContain('fast-xml-builder');
  expect(packages).not.toContain('@rgrove/parse-xml');
});
