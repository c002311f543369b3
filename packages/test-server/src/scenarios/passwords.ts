import type { Password } from '../state/records.js';

/**
 * The passwords of the scenarios with what the platform would keep of them, reckoned beforehand by
 * PHP: `s = sha256(crypt(md5(password), salt))`. The slow hash must not run when a server starts.
 */
export const knownPasswords = {
  editor: {
    password: 'Zuidwester-windkracht-8',
    kept: {
      salt: '$2y$12$qh3vtz0kxw5mf7rjn2bpde',
      s: '779d5af0bb3c81aed7b6503b7eb28aa3bd9cc8ef9ae48f57e3b103fa6de9fde4',
      v2hash: 'bcea5b6b3a78702a4246dd28f4c7ac27',
    },
  },
  reader: {
    password: 'Academie-aan-zee-5',
    kept: {
      salt: '$2y$12$k8ysd1gcl4uo6haiwx9rve',
      s: 'b0f00749cb3e697ccb2e065f1fd3bececbb9fe76f14d36091fc3b1119d2439b2',
      v2hash: '8d476db06162a76f21bc40b855caf287',
    },
  },
  user: {
    password: 'empty-but-open',
    kept: {
      salt: '$2y$12$b2nf6xqo0mwy3zjt7kgciu',
      s: 'c0557b61391716e5a7f94d53d4e2133cb3b00b6d78d71b30f90e04366c36a614',
      v2hash: 'e4eb49d4ad2a3e681dba001582905af6',
    },
  },
} as const satisfies Readonly<Record<string, { readonly password: string; readonly kept: Password }>>;
