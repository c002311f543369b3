// Checks that every export of every package has a doc comment: what an editor shows is the reference
// that people read first.
import { existsSync, globSync } from 'node:fs';
import ts from 'typescript';

const entries = globSync('packages/*/src/{index,browser}.ts').concat(globSync('packages/*/src/*/index.ts'));
const program = ts.createProgram(entries, {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts', 'lib.esnext.disposable.d.ts'],
  types: ['node'],
  skipLibCheck: true,
  noEmit: true,
});
const checker = program.getTypeChecker();

function isDocumented(symbol: ts.Symbol): boolean {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.getDocumentationComment(checker).length > 0;
}

const bare: string[] = [];
let checked = 0;
for (const entry of entries.filter((path) => existsSync(path))) {
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) continue;
  for (const symbol of checker.getExportsOfModule(module)) {
    checked += 1;
    if (!isDocumented(symbol)) bare.push(`${entry}: ${symbol.name}`);
  }
}

for (const line of bare) console.error(`no doc comment: ${line}`);
console.log(`${checked} exports, ${bare.length} without a doc comment`);
process.exitCode = bare.length === 0 && checked > 0 ? 0 : 1;
