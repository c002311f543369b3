/** Names of the client's own members; no command may be named so. `then` would make a client a promise, `constructor` every object has. */
export const clientMembers: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'call',
  'can',
  'tokens',
  'roles',
  'login',
  'resume',
  'logout',
  'upload',
  'on',
  'close',
  'options',
  'with',
  'then',
  'constructor',
]);
