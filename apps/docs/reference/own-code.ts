import type { CatalogueKey } from '@streamone/core/catalogue';

/** The calls of an action that no example of arguments tells. */
export interface OwnCode {
  readonly typescript: string;
  readonly shell: string;
}

const APPLICATION = `const s1 = createClient(fromEnvironment({ ...process.env, STREAMONE_AUTH_TYPE: 'application' }));`;

/** Logging in and out, for which something has to be computed, or to be there already. */
export function ownCode(password: string): Readonly<Partial<Record<CatalogueKey, OwnCode>>> {
  const login = `printf '%s\\n' '${password}' | streamone login --username editor --password-stdin`;
  return {
    'session/create': {
      typescript: [
        `import { passwordResponse } from '@streamone/core/password';`,
        `import { createClient, fromEnvironment } from '@streamone/node';`,
        '',
        APPLICATION,
        `const password = '${password}'; // the test server's editor`,
        `const { challenge, salt } = await s1.session.initialize({ user: 'editor', userip: '192.0.2.1' });`,
        'const response = await passwordResponse({ password, salt, challenge });',
        'const { id, timeout } = await s1.session.create({ challenge, response });',
        'console.log(id, timeout); // s1.login() does all of this, and keeps the session',
      ].join('\n'),
      shell: `export STREAMONE_AUTH_TYPE=application\n${login}`,
    },
    'session/delete': {
      typescript: [
        `import { createClient, fromEnvironment } from '@streamone/node';`,
        '',
        APPLICATION,
        `const password = '${password}'; // the test server's editor`,
        `const person = await s1.login({ username: 'editor', password, ip: '192.0.2.1' });`,
        'await person.session.delete(); // person.logout() does this, and forgets the session',
      ].join('\n'),
      shell: `export STREAMONE_AUTH_TYPE=application\n${login}\nstreamone logout`,
    },
  };
}
