import { runCommand } from './run-command.ts';

/** A command of npm, in the place and the environment that it runs in. */
export interface NpmCommand {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What of a manifest has a say in where a package goes. */
export interface PublishedManifest {
  readonly name: string;
  readonly publishConfig?: Readonly<Record<string, string | boolean>>;
}

/** What npm goes by. */
export interface Chosen {
  readonly registry: string;
  readonly provenance: boolean;
}

/**
 * Asks npm itself what a command of it would go by: flags, environment, every `.npmrc`. Then applies what `npm publish`
 * adds: `publishConfig` is stronger than all but flags, and a registry of the scope is stronger than any other, also
 * than one that was given by `--registry`.
 *
 * @throws CommandError where npm does not tell, as of an address with a password in it
 */
export async function chosenRegistry({ args, cwd, env }: NpmCommand, manifest: PublishedManifest): Promise<Chosen> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const [scope = ''] = manifest.name.split('/');
  const scoped = `${scope}:registry`;
  // Not `config list`, which leaves out addresses with a password in them; `get` refuses to tell them.
  const told = await runCommand('npm', ['config', 'get', 'registry', 'provenance', scoped, ...flags], { cwd, env });
  const settings = new Map(told.split('\n').map((line) => [line.replace(/=.*/, ''), line.replace(/^[^=]*=/, '')]));
  const setting = (key: string): string | undefined => {
    const isFlag = flags.some((flag) => flag.startsWith(`--${key}=`) || flag === `--${key}` || flag === `--no-${key}`);
    const given = isFlag ? undefined : manifest.publishConfig?.[key];
    return given === undefined ? settings.get(key)?.replace(/^undefined$/, '') : String(given);
  };
  return { registry: setting(scoped) || setting('registry') || '', provenance: setting('provenance') === 'true' };
}
