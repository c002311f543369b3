import { resolve } from 'node:path';
import ts from 'typescript';
import type { PageProgram } from './page-program.ts';

/** Something that the compiler has against a block. */
export interface Complaint {
  readonly page: string;
  readonly line: number;
  readonly message: string;
  /** Whether it can't be read at all, as against a type that does not fit. */
  readonly syntax: boolean;
}

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
};

/**
 * Compiles all programs at once, against the packages as they were built.
 *
 * @param folder where the programs are
 * @param homes folders whose packages the blocks may import, beside the programs' own
 */
export function checkPrograms(
  folder: string,
  programs: readonly PageProgram[],
  homes: readonly string[],
): readonly Complaint[] {
  const host = ts.createCompilerHost(options);
  const cache = ts.createModuleResolutionCache(folder, (name) => name, options);
  host.resolveModuleNameLiterals = (literals, from, redirected, _options, file) =>
    literals.map((literal) => {
      const { text } = literal;
      const mode = ts.getModeForUsageLocation(file, literal, options);
      const find = (parent: string): ts.ResolvedModuleFull | undefined =>
        ts.resolveModuleName(text, parent, options, host, cache, redirected, mode).resolvedModule;
      const found = find(from);
      if (found !== undefined || text.startsWith('.') || !from.startsWith(folder)) return { resolvedModule: found };
      const others = homes.map((home) => find(`${home}/block.ts`));
      return { resolvedModule: others.find((other) => other !== undefined) };
    });
  const byPath = new Map(programs.map((program) => [resolve(folder, program.file), program]));
  const program = ts.createProgram({ rootNames: [...byPath.keys()], options, host });
  const complaints: Complaint[] = [];
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const { file, start = 0, messageText } = diagnostic;
    const message = ts.flattenDiagnosticMessageText(messageText, '\n');
    const of = file && byPath.get(file.fileName);
    const at = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    complaints.push({
      page: of?.page ?? file?.fileName ?? '',
      line: of?.lines[at] ?? at + 1,
      message,
      syntax: diagnostic.code < 2000,
    });
  }
  return complaints;
}
