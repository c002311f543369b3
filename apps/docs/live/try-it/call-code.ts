import type { Actor } from '@streamone/core/catalogue';

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value instanceof Date) return `new Date('${value.toISOString().replace('.000', '')}')`;
  if (typeof value !== 'string') return String(value);
  const inside = JSON.stringify(value)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"');
  return `'${inside.replaceAll("'", String.raw`\'`)}'`;
}

const NAME = /^[A-Za-z_$][\w$]*$/;

function object(given: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${NAME.test(name) ? name : literal(name)}: ${literal(value)}`);
  if (members.length === 0) return '';
  const line = `{ ${members.join(', ')} }`;
  return line.length < 70 ? line : `{\n${members.map((one) => `  ${one},\n`).join('')}}`;
}

const CALLERS: Readonly<Record<Actor, string>> = { user: 's1', application: 'app', session: 'person' };

const BEGINNINGS: Readonly<Record<Actor, string>> = {
  user: '// const s1 = createClient({ auth: user({ id, psk }), account });',
  application: '// const app = createClient({ auth: application({ id, psk }), account });',
  session: '// const person = await app.login({ username, password, ip });',
};

/** A call as one writes it, after a line that says what its client is. */
export function callCode(key: string, actor: Actor, args: Readonly<Record<string, unknown>>): string {
  const call = `await ${CALLERS[actor]}.${key.replace('/', '.')}(${object(args)});`;
  return `${BEGINNINGS[actor]}\nconst answer = ${call}`;
}
