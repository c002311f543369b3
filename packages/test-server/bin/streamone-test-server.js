#!/usr/bin/env node
// Written for any Node to read, since an old one would end in a stack trace.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 19)) {
  void import('../dist/bin.js');
} else {
  console.error(`streamone-test-server needs Node 22.19 or newer; this is ${process.version}.`);
  process.exitCode = 2;
}
