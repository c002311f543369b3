import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seenIdsPath } from '../completion/seen-ids.js';
import { sessionFolder } from '../sessions/session-folder.js';
import { journalPath } from '../commands/upload/upload-journal.js';
import { configPath, homeFolder } from './config-path.js';

afterEach(() => vi.unstubAllEnvs());

describe.skipIf(process.platform === 'win32')('a relative path counts for nothing', () => {
  it('in HOME: the home is where the system has it', () => {
    vi.stubEnv('HOME', 'here');
    expect(homeFolder()).toBe(userInfo().homedir);
    expect(configPath({ HOME: 'here' })).toBe(join(userInfo().homedir, '.config', 'streamone', 'config.toml'));
    expect(seenIdsPath({ HOME: 'here' })).toBeUndefined();
  });

  it('in the variables of XDG', () => {
    vi.stubEnv('HOME', '/home/eva');
    expect(configPath({ XDG_CONFIG_HOME: 'x' })).toBe('/home/eva/.config/streamone/config.toml');
    expect(sessionFolder({ XDG_STATE_HOME: 'x' })).toBe('/home/eva/.local/state/streamone/sessions');
    expect(journalPath({ XDG_STATE_HOME: 'x' })).toBe('/home/eva/.local/state/streamone/uploads.ndjson');
    expect(seenIdsPath({ XDG_CACHE_HOME: 'x', HOME: '/home/eva' })).toBe('/home/eva/.cache/streamone/seen-ids.json');
  });
});
