import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const modules = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .toSorted();

const RUNTIME =
  /^(?:process|document|window|navigator|self|Buffer|require|setTimeout|setInterval|fetch|console|performance)$/;
const DEPENDENCIES = ['zod/mini', 'bcryptjs', '@noble/hashes/', '@rgrove/parse-xml', 'fast-xml-builder'];

/** What a module imports, and which names of a runtime it refers to. */
function inspectModule(path: string): { imports: string[]; globals: string[]; clocks: string[] } {
  const source = ts.createSourceFile(path, read(`src/${path}`), ts.ScriptTarget.ES2023, true);
  const found = { imports: [] as string[], globals: [] as string[], clocks: [] as string[] };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      found.imports.push((node.moduleSpecifier as ts.StringLiteral).text);
    }
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (ts.isIdentifier(node) && !isMember && !isName && RUNTIME.test(node.text)) found.globals.push(node.text);
    if (/^(?:Date\.now\(|Math\.random\(|new Date\(\)$)/.test(node.getText())) found.clocks.push(node.getText());
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}

test('there are modules to look at', () => {
  expect(modules.length).toBeGreaterThan(70);
});

describe.each(modules.filter((path) => path !== 'globals.d.ts'))('src/%s', (path) => {
  const { imports, globals, clocks } = inspectModule(path);

  test('imports nothing of a runtime, and refers to none', () => {
    for (const from of imports) {
      const allowed = from.startsWith('.') || DEPENDENCIES.some((name) => from.startsWith(name));
      expect(allowed, `${path} imports ${from}`).toBe(true);
    }
    expect(globals).toEqual([]);
  });

  test('asks no clock and no chance', () => {
    expect(clocks).toEqual([]);
  });

  test('is of a size that one reads in a sitting', () => {
    const data = /generated|status-table|status-meanings|catalogue\/[a-z]+\.ts$/.test(path);
    const lines = read(`src/${path}`).split('\n').length;
    expect(data || lines <= 200, `${path} has ${lines} lines`).toBe(true);
  });
});

test('the sources compile without the types of any runtime', () => {
  const path = new URL('tsconfig.json', root).pathname;
  const config = ts.getParsedCommandLineOfConfigFile(
    path,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  expect(config?.options).toMatchObject({ types: [], lib: ['lib.es2023.d.ts'], strict: true });
});

test('password, catalogue and every dependency stay out of the main entry', () => {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const from of inspectModule(path).imports) {
      expect(from, path).toMatch(/^\./);
      follow(new URL(from.replace(/\.js$/, '.ts'), `file:///${path}`).pathname.slice(1));
    }
  };
  follow('index.ts');
  expect(reached.size).toBeGreaterThan(40);
  expect([...reached].filter((path) => /^(?:catalogue|password)\//.test(path))).toEqual([]);
});

test('the manifest', () => {
  expect(JSON.parse(read('package.json'))).toMatchObject({
    type: 'module',
    sideEffects: false,
    license: 'MIT',
    exports: { '.': {}, './catalogue': {}, './media': {}, './password': {}, './statuses': {}, './zod': {} },
  });
});

test('importing does no work that a bare engine could not do', async () => {
  for (const missing of ['crypto', 'TextEncoder', 'btoa', 'process', 'Buffer']) vi.stubGlobal(missing, undefined);
  vi.resetModules();
  try {
    const { Status } = await import('../src/index.js');
    const { catalogue } = await import('../src/catalogue/index.js');
    expect([Status.OK, catalogue['item/view'].command]).toEqual([0, 'item']);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('every export has a doc comment', () => {
  const program = ts.createProgram(
    ['', 'catalogue/', 'media/', 'password/', 'statuses/', 'zod/'].map(
      (part) => new URL(`src/${part}index.ts`, root).pathname,
    ),
    {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      lib: ['lib.es2023.d.ts'],
      types: [],
      skipLibCheck: true,
    },
  );
  const checker = program.getTypeChecker();
  const bare: string[] = [];
  let seen = 0;
  for (const name of program.getRootFileNames()) {
    const file = program.getSourceFile(name);
    const module = file && checker.getSymbolAtLocation(file);
    for (const exported of module === undefined ? [] : checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      seen++;
      if (symbol.getDocumentationComment(checker).length === 0) bare.push(exported.name);
    }
  }
  expect(seen).toBeGreaterThan(100);
  expect(bare).toEqual([]);
});
