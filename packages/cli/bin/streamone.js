#!/usr/bin/env node
// Stands apart from dist, so that installing can link it before anything is built. Written for any Node to read, since
// an old one would end in a stack trace.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 19)) {
  void import('../dist/main.js');
} else {
  console.error(`streamone needs Node 22.19 or newer; this is ${process.version}.`);
  process.exitCode = 2;
}
