import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Rolldown, build } from 'vite';

const folder = new URL('../src/inspector/page/', import.meta.url);

async function script(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      modulePreload: false,
      lib: { entry: fileURLToPath(new URL('main.ts', folder)), formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0].code;
  if (code === undefined) throw new Error('nothing was built');
  return code;
}

/** A style sheet without what only its reader needs. */
function shortStyle(css: string): string {
  return css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/([a-z-]+): /g, '$1:')
    .trim();
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** The text of the module that holds the page. */
export async function inspectorModule(): Promise<string> {
  const page = { html: read('page.html'), css: shortStyle(read('page.css')), js: await script() };
  const fields = Object.entries(page).map(([name, text]) => `  ${name}: ${JSON.stringify(text)},\n`);
  return `/** The inspector's page, made of src/inspector/page by scripts/make-inspector.ts. */\nexport const page = {\n${fields.join('')}};\n`;
}
