import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from './config.js';
import { type ConfigChange, editConfig } from './edit-config.js';
import { parseConfig } from './parse-config.js';

const NAMES = ['work', 'home', 'ci'];

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const profile: fc.Arbitrary<Profile> = fc.record(
  { url: text, customer: text, timezone: text, insecure: fc.boolean(), retry: fc.nat(9), actions: fc.tuple(text) },
  { requiredKeys: [] },
);
const change: fc.Arbitrary<ConfigChange> = fc.oneof(
  fc.record({ name: fc.constantFrom(...NAMES), profile: fc.option(profile, { nil: undefined }) }),
  fc.record({ defaultProfile: fc.option(fc.constantFrom(...NAMES)) }),
);

const TEXT = `# for work
default_profile = "work" # the usual one

[profiles.work] # mine
url = "https://one.example" # with a comment

# a note
[ profiles . "home" ]
timezone = "Europe/Paris"
`;

describe('a change of the file', () => {
  it('leaves everything else as it is written', () => {
    const changed = editConfig(TEXT, { name: 'home', profile: { timezone: 'Asia/Tokyo' } }, 'c.toml');
    expect(changed).toBe(`${TEXT.slice(0, TEXT.indexOf('[ profiles'))}\n[profiles.home]\ntimezone = "Asia/Tokyo"\n`);
    expect(editConfig(TEXT, { defaultProfile: 'home' }, 'c.toml')).toContain('# for work\n\n[profiles.work] # mine');
  });

  it('is right where a change by lines would not be', () => {
    const tricky = '[profiles.a]\nurl = """\n[profiles.b]\n"""\n[profiles]\nb = { retry = 1 }\n';
    const changed = editConfig(tricky, { name: 'b', profile: { retry: 2 } }, 'c.toml');
    expect(parseConfig(changed, 'c.toml').profiles.get('b')).toEqual({ retry: 2 });
    expect(parseConfig(changed, 'c.toml').profiles.get('a')).toEqual({ url: '[profiles.b]\n' });
  });

  it('says what was asked for, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let now = TEXT;
        let expected = new Map(parseConfig(now, 'c.toml').profiles);
        let usual: string | undefined = 'work';
        for (const each of changes) {
          now = editConfig(now, each, 'c.toml');
          expected = new Map(expected);
          if (each.name !== undefined && each.profile === undefined) expected.delete(each.name);
          if (each.name !== undefined && each.profile !== undefined) expected.set(each.name, each.profile);
          if (each.defaultProfile !== undefined) usual = each.defaultProfile ?? undefined;
        }
        const { profiles, defaultProfile } = parseConfig(now, 'c.toml');
        expect(Object.fromEntries(profiles)).toEqual(Object.fromEntries(expected));
        expect(defaultProfile).toBe(usual);
      }),
    );
  });
});
