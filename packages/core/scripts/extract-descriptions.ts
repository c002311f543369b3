// Writes src/catalogue/descriptions.generated.ts from the doc comments of the catalogue, so that
// what an editor shows, what the help prints and what the reference says is one text. With --check
// it only says whether the file is up to date.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = new URL('../src/catalogue/', import.meta.url);
const target = new URL('descriptions.generated.ts', folder);
const marks = ['documented', 'observed', 'inferred'] as const;

interface Described {
  description: string;
  evidence: string;
  facts: Record<string, string>;
}

interface DescribedType extends Described {
  members: Record<string, Described>;
  bases: string[];
}

const types: Record<string, DescribedType> = {};
const actions: Record<string, Described & { argumentsType?: string }> = {};
const faults: string[] = [];

/** The text of a node's doc comment and its marks; a mark with a word behind it is about that fact. */
function describe(node: ts.Node, where: string, needsMark = true): Described {
  const doc = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  const description = (ts.getTextOfJSDocComment(doc?.comment) ?? '').trim();
  let evidence = '';
  const facts: Record<string, string> = {};
  for (const tag of doc?.tags ?? []) {
    const mark = tag.tagName.text;
    if (!marks.includes(mark as (typeof marks)[number])) continue;
    const about = (ts.getTextOfJSDocComment(tag.comment) ?? '').trim();
    if (about === '') evidence = mark;
    else for (const fact of about.split(/[,\s]+/)) facts[fact] = mark;
  }
  if (needsMark && evidence === '') faults.push(`${where} has no mark (@documented, @observed or @inferred)`);
  return { description, evidence, facts };
}

function readInterface(node: ts.InterfaceDeclaration): void {
  const name = node.name.text;
  const members: Record<string, Described> = {};
  for (const member of node.members) {
    if (!ts.isPropertySignature(member)) continue;
    const memberName = member.name.getText();
    members[memberName] = describe(member, `${name}.${memberName}`);
  }
  const bases = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((base) => base.expression.getText()));
  types[name] = { ...describe(node, name, false), members, bases };
}

function textOf(object: ts.ObjectLiteralExpression, property: string): string | undefined {
  for (const entry of object.properties) {
    if (!ts.isPropertyAssignment(entry) || entry.name.getText() !== property) continue;
    return ts.isStringLiteral(entry.initializer) ? entry.initializer.text : undefined;
  }
  return undefined;
}

function argumentsType(object: ts.ObjectLiteralExpression): string | undefined {
  for (const entry of object.properties) {
    if (!ts.isPropertyAssignment(entry) || entry.name.getText() !== 'arguments') continue;
    if (!ts.isCallExpression(entry.initializer)) return undefined;
    return entry.initializer.typeArguments?.[0]?.getText();
  }
  return undefined;
}

function readAction(statement: ts.VariableStatement): void {
  for (const { initializer } of statement.declarationList.declarations) {
    if (initializer === undefined || !ts.isCallExpression(initializer)) continue;
    const [definition] = initializer.arguments;
    if (initializer.expression.getText() !== 'defineAction' || definition === undefined) continue;
    if (!ts.isObjectLiteralExpression(definition)) continue;
    const key = `${textOf(definition, 'command')}/${textOf(definition, 'action')}`;
    const type = argumentsType(definition);
    actions[key] = { ...describe(statement, key), ...(type !== undefined && { argumentsType: type }) };
  }
}

for (const file of readdirSync(folder).toSorted()) {
  if (!file.endsWith('.ts') || file.includes('.test.') || file.includes('.generated.')) continue;
  const source = ts.createSourceFile(file, readFileSync(new URL(file, folder), 'utf8'), ts.ScriptTarget.ES2023, true);
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) readAction(statement);
  }
  const describesProtocol = source.statements.some(
    (statement) =>
      ts.isVariableStatement(statement) && /= (define(Action|Command)\(|\{\n\s+limit:)/.test(statement.getText()),
  );
  if (!describesProtocol) continue;
  for (const statement of source.statements) if (ts.isInterfaceDeclaration(statement)) readInterface(statement);
}

function membersOf(name: string | undefined): Record<string, Described> {
  const type = name === undefined ? undefined : types[name];
  if (type === undefined) return {};
  return Object.assign({ ...type.members }, ...type.bases.map(membersOf)) as Record<string, Described>;
}

const slim = ({ description, evidence, facts }: Described): object => ({
  description,
  evidence,
  ...(Object.keys(facts).length > 0 && { facts }),
});
const slimMembers = (members: Record<string, Described>): object =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, slim(member)]));

const written = {
  actions: Object.fromEntries(
    Object.entries(actions).map(([key, action]) => [
      key,
      { ...slim(action), arguments: slimMembers(membersOf(action.argumentsType)) },
    ]),
  ),
  types: Object.fromEntries(
    Object.entries(types)
      .filter(([name]) => !name.endsWith('Arguments'))
      .map(([name, type]) => [name, { description: type.description, fields: slimMembers(membersOf(name)) }]),
  ),
};

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const text = `// Written by scripts/extract-descriptions.ts from the doc comments of this folder: change those.
import type { CatalogueDescriptions } from './catalogue-descriptions.js';

/** What the doc comments of the catalogue say, as data. */
export const descriptions: CatalogueDescriptions = ${JSON.stringify(written, null, 2)};
`;

const path = fileURLToPath(target);
if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) {
  console.error('descriptions.generated.ts is out of date: run npm run generate');
  process.exit(1);
}
