import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chosenRegistry } from './chosen-registry.ts';
import { plainEnvironment } from './rehearsal/environments.ts';
import { type PublishTarget, type Release, publishCommand, publishPackage } from './publish-package.ts';
import { RegistryError } from './registry-guard.ts';

let folder: string;
let server: Server;
/** What reached the registry that nothing must go to. */
let reached: string[];
let elsewhere: string;
let release: Release;
let target: PublishTarget;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'streamone-guard-'));
  reached = [];
  server = createServer((incoming, outgoing) => {
    reached.push(`${incoming.method} ${incoming.url}`);
    outgoing.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  writeFileSync(join(folder, '.npmrc'), '');
  release = {
    manifest: { name: '@streamone/core', version: '0.1.0', publishConfig: { registry: 'http://127.0.0.1:4873/' } },
    tarball: join(folder, 'core.tgz'),
  };
  const npm = { npm_config_userconfig: join(folder, '.npmrc'), npm_config_fetch_retries: '0' };
  // Its Node is Node itself: a script of the workspace's in between would lose variables whose names have an @.
  const env = { PATH: plainEnvironment()['PATH'], HOME: folder, ...npm };
  target = { registry: 'http://127.0.0.1:9/', cwd: folder, env };
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** The command without the flags that name a registry. */
function withoutFlags(flags: RegExp, env: NodeJS.ProcessEnv = {}) {
  const command = publishCommand(release, target);
  return { ...command, args: command.args.filter((arg) => !flags.test(arg)), env: { ...command.env, ...env } };
}

test.for([
  ['npm_config_registry', /registry=/],
  ['NPM_CONFIG_REGISTRY', /registry=/],
  // The scope's is stronger than `--registry`.
  ['npm_config_@streamone:registry', /^--@streamone:registry=/],
] as const)('%s of the environment leads nowhere', async ([name, missing]) => {
  release = { ...release, manifest: { ...release.manifest, publishConfig: {} } };
  const command = withoutFlags(missing, { [name]: elsewhere });
  await expect(publishPackage(release, target, command)).rejects.toThrow(RegistryError);
  expect(reached).toEqual([]);
});

test.for(['registry', '@streamone:registry'])('%s of an .npmrc leads nowhere', async (key) => {
  release = { ...release, manifest: { ...release.manifest, publishConfig: {} } };
  writeFileSync(join(folder, '.npmrc'), `${key}=${elsewhere}\n`);
  await expect(publishPackage(release, target, withoutFlags(/registry=/))).rejects.toThrow(RegistryError);
  expect(reached).toEqual([]);
});

test.for(['registry', '@streamone:registry'])('%s of publishConfig leads nowhere', async (key) => {
  release = { ...release, manifest: { ...release.manifest, publishConfig: { [key]: elsewhere } } };
  const command = withoutFlags(/registry=/, { npm_config_registry: target.registry });
  await expect(publishPackage(release, target, command)).rejects.toThrow(RegistryError);
  expect(reached).toEqual([]);
});

test('an address with a password in it leads nowhere, and is not told', async () => {
  const secret = elsewhere.replace('//', '//me:do-not-tell@');
  const command = withoutFlags(/^--@streamone:registry=/, { 'npm_config_@streamone:registry': secret });
  const refused = publishPackage(release, target, command);
  await expect(refused).rejects.toThrow(/protected/);
  await expect(refused).rejects.not.toThrow(/do-not-tell/);
  expect(reached).toEqual([]);
});

test('flags are stronger than all of these together', async () => {
  writeFileSync(join(folder, '.npmrc'), `registry=${elsewhere}\n@streamone:registry=${elsewhere}\n`);
  const publishConfig = { registry: elsewhere, '@streamone:registry': elsewhere, provenance: true };
  const env = { npm_config_registry: elsewhere, 'npm_config_@streamone:registry': elsewhere };
  const command = publishCommand(release, { ...target, env: { ...target.env, ...env } });
  const chosen = await chosenRegistry(command, { ...release.manifest, publishConfig });
  expect(chosen).toEqual({ registry: target.registry, provenance: false });
});

test.for(['HTTP_PROXY', 'HTTPS_PROXY', 'npm_config_proxy', 'npm_config_https_proxy'])(
  'a proxy of %s is not asked the way to a registry of this machine',
  async (name) => {
    const proxied = { ...target, env: { ...target.env, [name]: elsewhere } };
    await expect(publishPackage(release, proxied)).rejects.toThrow(/npm view/);
    writeFileSync(join(folder, '.npmrc'), `proxy=${elsewhere}\nhttps-proxy=${elsewhere}\n`);
    await expect(publishPackage(release, target)).rejects.toThrow(/npm view/);
    expect(reached).toEqual([]);
  },
);

test('a key in the address that is meant is refused before npm is asked, and not told', async () => {
  const keyed = { ...target, registry: elsewhere.replace('//', '//me:do-not-tell@') };
  const refused = publishPackage(release, keyed);
  await expect(refused).rejects.toThrow(RegistryError);
  await expect(refused).rejects.not.toThrow(/do-not-tell/);
  expect(reached).toEqual([]);
});

test('a registry of another machine is not even asked', async () => {
  const away = { ...target, registry: 'http://registry.invalid/' };
  await expect(publishPackage(release, away)).rejects.toThrow(/refused to publish to http:\/\/registry\.invalid/);
});

test('a registry that is meant and cannot be asked is no success', async () => {
  await expect(publishPackage(release, target)).rejects.toThrow(/npm view @streamone\/core@0\.1\.0/);
});

test('provenance is asked for by hosted releases alone', () => {
  const hosted = { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_URL: elsewhere, NPM_CONFIG_PROVENANCE: 'true' };
  expect(publishCommand(release, target).args).toContain('--no-provenance');
  expect(publishCommand(release, { ...target, env: hosted }).args).toContain('--provenance');
});

test('provenance that something else has turned on is refused', async () => {
  const command = withoutFlags(/provenance/, { NPM_CONFIG_PROVENANCE: 'true' });
  await expect(publishPackage(release, target, command)).rejects.toThrow(/provenance is on/);
});
