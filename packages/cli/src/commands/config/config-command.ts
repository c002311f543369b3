import { InvalidArgumentError } from '@streamone/node';
import { Command } from 'commander';
import { configPath } from '../../config/config-path.js';
import type { Config } from '../../config/config.js';
import type { ConfigChange } from '../../config/edit-config.js';
import { loadConfig } from '../../config/load-config.js';
import { type OutputOptions, addOutputOptions } from '../../output/output-options.js';
import { printData } from '../../output/print-data.js';
import { ownWords } from '../../output/report-error.js';
import { note, writeOut } from '../../output/write-out.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';

async function change(path: string | undefined, what: ConfigChange): Promise<void> {
  const { changeConfig } = await import('../../config/change-config.js');
  await changeConfig(path, what);
}

type ShowOptions = GlobalOptions & OutputOptions;

async function showSettings(context: Context, options: ShowOptions): Promise<void> {
  const { stories, problem } = await context.settings(options);
  const rows = stories.map(({ name, chosen, shadowed }) => ({
    setting: name,
    value: chosen?.value ?? null,
    source: chosen?.source ?? null,
    from: chosen?.from ?? null,
    shadowed: shadowed.map(({ value, source, from }) => ({ value, source, from })),
  }));
  const people = process.stdout.isTTY && options.json !== true;
  const table = rows.map(({ source: _source, shadowed, ...row }) => ({
    ...row,
    'stronger than': shadowed.map(({ value, from }) => `${value} (${from})`).join(', '),
  }));
  await printData(people ? table : rows, options);
  if (problem !== undefined) note(ownWords(problem.message), options);
}

async function listProfiles(context: Context, options: ShowOptions): Promise<void> {
  const { profiles } = await loadConfig(configPath(context.env));
  const { profile: chosen } = await context.settings(options);
  const rows = [...profiles].map(([name, { url, auth, id, account, customer }]) => ({
    profile: name,
    used: name === chosen.value,
    auth: auth ?? null,
    id: id ?? null,
    account: account ?? null,
    customer: customer ?? null,
    url: url ?? null,
  }));
  await printData(rows, options);
}

function checkName({ profiles }: Config, name: string): void {
  if (profiles.has(name)) return;
  const names = [...profiles.keys()].join(', ');
  const expected = names === '' ? 'a profile, of which there are none' : `one of the profiles ${names}`;
  throw new InvalidArgumentError({ argument: 'profile', expected, given: name });
}

/** `streamone config`: tells of settings and profiles, and changes the file of them. */
export function configCommand(context: Context): Command {
  const command = new Command('config').description('Tells what is set and where, and keeps profiles.');
  const add = (name: string, description: string): Command =>
    addGlobalOptions(command.command(name).description(description));
  addOutputOptions(
    add('show', 'Tells every setting, its value, where it comes from and what it is stronger than.'),
  ).action((options: ShowOptions) => showSettings(context, options));
  addOutputOptions(add('list', 'Lists the profiles.')).action((options: ShowOptions) => listProfiles(context, options));
  add('use', 'Makes a profile the one that is taken where none is named.')
    .argument('<profile>')
    .action(async (name: string) => {
      const path = configPath(context.env);
      checkName(await loadConfig(path), name);
      await change(path, { defaultProfile: name });
    });
  add('remove', 'Removes a profile with its key.')
    .argument('<profile>')
    .action(async (name: string) => {
      const path = configPath(context.env);
      const config = await loadConfig(path);
      checkName(config, name);
      await change(path, { name, ...(config.defaultProfile === name && { defaultProfile: null }) });
    });
  add('path', 'Prints where the file is.').action(async () => {
    const path = configPath(context.env);
    if (path !== undefined) return writeOut(`${path}\n`);
    const expected = 'a home folder, or STREAMONE_CONFIG with the path of the file';
    throw new InvalidArgumentError({ expected, given: undefined });
  });
  return command;
}
