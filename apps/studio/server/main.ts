// `npm run studio`: the studio with its gateway and a seeded test server, until Ctrl+C.
//   --scenario archive   10,000 items more (any scenario of the test server, as archive:500)
//   --port 3000          the port, 5180 unless given; 0 takes a free one
//   --dev                Vite in the place of the production build
import { parseArgs, styleText } from 'node:util';
import { startStudio } from './start-studio.ts';

const { values } = parseArgs({
  options: { scenario: { type: 'string' }, port: { type: 'string' }, dev: { type: 'boolean' } },
});

const scenario = values.scenario === 'archive' ? 'archive:10000' : values.scenario;
const port = Number(values.port ?? 5180);
const studio = await startStudio({ scenario, port, dev: values.dev }).catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${port} is taken: give another, as --port 0 for any.` : error);
  return process.exit(1);
});

console.log(`
${styleText('bold', 'The studio')} (unofficial; everything is on this machine)

  open      ${styleText('cyan', studio.url)}
`);
for (const { username, password, may } of studio.logins) {
  console.log(
    `  sign in   ${styleText('bold', username.padEnd(8))} ${styleText('bold', password.padEnd(26))} may ${may}`,
  );
}
console.log(`
  platform  ${studio.platform.url} (a test server: nothing that you do here reaches a real one)
  stop      Ctrl+C
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void studio.close().finally(() => process.exit()));
}
