import { catalogue } from '@streamone/core/catalogue';
import { describe, expect, it } from 'vitest';
import { typeCost } from './type-cost.js';

// Budgets in instantiations, which are the same on every machine; the time is told and not judged.
// Raise one only with a reason in the changeset.

const nothing = "import { createClient } from '@streamone/node';\nexport const client = createClient;\n";

function everyAction(): string {
  const calls = Object.values(catalogue)
    .filter((entry) => entry !== undefined)
    .map(({ command, action, arguments: known }) => {
      const required = Object.entries(known).filter(([, { required: needed }]) => needed);
      const args = required.map(([name]) => `${name}: 'x'`).join(', ');
      return `export const ${command}_${action} = await s1.${command}.${action}({ ${args} });`;
    });
  return [
    "import { createClient, user } from '@streamone/node';",
    "const s1 = createClient({ auth: user({ id: 'u', psk: 'p' }), account: 'a' });",
    ...calls,
    'for await (const item of s1.item.view({ itemtype: "video" })) console(item.title, item.datecreated.getTime());',
    'declare function console(...values: unknown[]): void;',
  ].join('\n');
}

function threeHundredActions(): string {
  const commands = Array.from({ length: 60 }, (_, index) => `thing${index}`);
  const definitions = commands.flatMap((command) =>
    ['view', 'create', 'edit', 'delete', 'find'].map(
      (action) => `export const ${command}_${action} = defineAction({
  command: '${command}', action: '${action}', paged: ${action === 'view'}, readOnly: ${action === 'view'},
  arguments: { id: { type: hash(), required: true }, title: text(), when: dateTime(), tags: arrayOf(text()), live: bool(), limit: integer() },
  output: ${action === 'view' ? 'arrayOf(' : '('}object<{ id: string; title: string; when: Date }>('${command}', { id: hash(), title: text(), when: dateTime() })),
});`,
    ),
  );
  const list = commands.flatMap((command) =>
    ['view', 'create', 'edit', 'delete', 'find'].map((action) => `${command}_${action}`),
  );
  return [
    "import { arrayOf, bool, createClient, dateTime, defineAction, hash, integer, object, text, user } from '@streamone/node';",
    ...definitions,
    `const s1 = createClient({ auth: user({ id: 'u', psk: 'p' }), commands: [${list.join(', ')}] });`,
    "export const rows = await s1.thing7.view({ id: 'x', title: null, when: new Date() });",
    'export const first: Date | undefined = rows[0]?.when;',
    "export const made: Promise<{ id: string; title: string; when: Date }> = s1.thing59.create({ id: 'x' });",
  ].join('\n');
}

describe('what the types cost', () => {
  const base = typeCost(nothing);

  it('a file that uses every action', () => {
    const { instantiations, checkTime, errors } = typeCost(everyAction());
    expect(errors).toBe('');
    console.log(`every action: ${instantiations - base.instantiations} instantiations, ${checkTime} s`);
    expect(instantiations - base.instantiations).toBeLessThan(5000);
  });

  it('a catalogue of 300 actions of a user', () => {
    const { instantiations, checkTime, errors } = typeCost(threeHundredActions());
    expect(errors).toBe('');
    console.log(`300 actions: ${instantiations - base.instantiations} instantiations, ${checkTime} s`);
    expect(instantiations - base.instantiations).toBeLessThan(100_000);
  });

  it('can tell a fault', () => {
    const wrong = everyAction().replace('itemtype: "video"', 'itemtype: 7');
    expect(typeCost(wrong).errors).toContain("Type 'number' is not assignable");
  });
});
