import ts from 'typescript';

/** A block's code as it can stand within a function. */
export interface NestedCode {
  /** As many lines as the block has. */
  readonly code: string;
  /** Imports of types, which can't stand there. */
  readonly typeImports: readonly string[];
}

const blank = (text: string): string => text.replace(/[^\n]/g, '');

function named(element: ts.ImportSpecifier): string {
  return element.propertyName === undefined ? element.name.text : `${element.propertyName.text}: ${element.name.text}`;
}

function awaited(statement: ts.ImportDeclaration): string {
  const module = statement.moduleSpecifier.getText();
  const clause = statement.importClause;
  if (clause === undefined) return `await import(${module});`;
  const bindings = clause.namedBindings;
  if (bindings !== undefined && ts.isNamespaceImport(bindings)) {
    return `const ${bindings.name.text} = await import(${module});`;
  }
  const values = (bindings?.elements ?? []).filter(({ isTypeOnly }) => !isTypeOnly).map(named);
  if (clause.name !== undefined) values.unshift(`default: ${clause.name.text}`);
  return values.length === 0 ? '' : `const { ${values.join(', ')} } = await import(${module});`;
}

function typesOf(statement: ts.ImportDeclaration): string[] {
  const module = statement.moduleSpecifier.getText();
  const clause = statement.importClause;
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [statement.getText()];
  const bindings = clause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
  return bindings.elements
    .filter(({ isTypeOnly }) => isTypeOnly)
    .map((element) => `import { ${element.getText()} } from ${module};`);
}

/**
 * Turns imports into awaited ones, and takes `export` away: the blocks of a page stand within each other, where
 * neither may be. No line moves.
 */
export function nestedCode(code: string): NestedCode {
  const source = ts.createSourceFile('block.ts', code, ts.ScriptTarget.ESNext, true);
  const typeImports: string[] = [];
  let nested = '';
  let done = 0;
  const replace = (start: number, end: number, text: string): void => {
    nested += code.slice(done, start) + text + blank(code.slice(start, end));
    done = end;
  };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const typesOnly = statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      typeImports.push(...typesOf(statement));
      replace(statement.getStart(), statement.end, typesOnly ? '' : awaited(statement));
    } else if (ts.isExportAssignment(statement)) {
      replace(statement.getStart(), statement.expression.getStart(), 'void ');
    } else if (ts.canHaveModifiers(statement)) {
      for (const modifier of ts.getModifiers(statement) ?? []) {
        const word = modifier.kind === ts.SyntaxKind.ExportKeyword || modifier.kind === ts.SyntaxKind.DefaultKeyword;
        if (word) replace(modifier.getStart(), modifier.end, '');
      }
    }
  }
  return { code: nested + code.slice(done), typeImports };
}
