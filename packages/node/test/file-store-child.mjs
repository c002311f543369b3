// The other process of a test: saves sessions in a folder, and tells what came of it. It runs on the sources.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const [, name] = /^@streamone\/([a-z-]+)$/.exec(specifier) ?? [];
    if (name !== undefined) return next(new URL(`../../${name}/src/index.ts`, import.meta.url).href, context);
    const ours = specifier.startsWith('.') && !context.parentURL?.includes('/node_modules/');
    return next(ours ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
const { fileSessionStore } = await import('../src/stores/file-session-store.ts');

const [folder, session, times] = process.argv.slice(2);
const store = fileSessionStore({ folder });
try {
  for (let at = 1; at <= Number(times); at++) await store.save({ ...JSON.parse(session), timeout: 10_000 + at });
  process.stdout.write('saved');
} catch (error) {
  process.stdout.write(JSON.stringify(error));
}
