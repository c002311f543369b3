import { parseArgs } from 'node:util';
import { printableText } from '../explain/printable-text.js';
import { startReplay } from '../recording/start-replay.js';
import { folderOf } from './folder-of.js';
import { replayHelp } from './recording-texts.js';
import { stopOnRequest } from './stop-on-request.js';
import { wholeNumber } from './whole-number.js';

const options = {
  ignore: { type: 'string', default: '' },
  port: { type: 'string', default: '0' },
  host: { type: 'string', default: '127.0.0.1' },
  'allow-remote': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'until-stdin-closes': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs `replay`: answers with what was recorded until it is stopped. */
export async function replay(args: readonly string[], name: string): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  if (values.help) {
    process.stdout.write(replayHelp(name));
    return;
  }
  const folder = folderOf(positionals);
  const started = await startReplay({
    folder,
    ignore: values.ignore.split(',').filter((each) => each !== ''),
    port: wholeNumber('port', values.port),
    host: values.host,
    allowRemote: values['allow-remote'],
    onMiss: ({ text }) => process.stderr.write(`${printableText(text)}\n`),
  });
  stopOnRequest(() => started.close(), values['until-stdin-closes']);
  const text = `Replaying ${folder}:\n\n  ${started.url}\n\nAny credentials will do. Stop it with Ctrl-C.\n`;
  process.stdout.write(values.json ? `${JSON.stringify({ url: started.url })}\n` : text);
}
