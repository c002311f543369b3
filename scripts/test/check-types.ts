// Checks the types of what the build leaves out: tests and scripts.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const projects = readdirSync('packages')
  .flatMap((name) => [`packages/${name}/tsconfig.test.json`, `packages/${name}/tsconfig.neutral.json`])
  .concat(
    'packages/test-server/src/inspector/page/tsconfig.json',
    'apps/studio/tsconfig.json',
    'apps/docs/tsconfig.json',
  )
  .filter((path) => existsSync(path));

let ok = true;
for (const project of [...projects, 'scripts/tsconfig.json']) {
  // The site's has components of Vue in it, whose scripts and templates are checked as well.
  const compiler = project.startsWith('apps/docs') ? 'vue-tsc' : 'tsc';
  const { status } = spawnSync(compiler, ['-p', project, '--noEmit'], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`types of ${project} are wrong`);
    ok = false;
  }
}
process.exitCode = ok ? 0 : 1;
