/** Reads source files and lists what the architecture rules look at: imports, and acts that belong in few places. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Paths from the project's folder, with forward slashes, to the text of the file. */
export type Tree = ReadonlyMap<string, string>;

export type Import = { readonly specifier: string; readonly line: number; readonly typeOnly: boolean };

/** Something a file does that only named places may do. */
export type Act = {
  readonly what: 'time' | 'chance' | 'window' | 'module-let' | 'default-export';
  readonly line: number;
};

export type Source = {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly acts: readonly Act[];
  readonly onlyReExports: boolean;
};

export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** The files of these top folders (or single files) whose names end in one of the endings. */
export function readTree(tops: readonly string[], endings: readonly string[]): Tree {
  const paths = tops.flatMap((top) => listFiles(top)).filter((file) => endings.some((ending) => file.endsWith(ending)));
  return new Map(paths.map((file) => [file, readFileSync(path.join(projectFolder, file), 'utf8')]));
}

/** The top folders that hold the product. */
export function sourceFolders(): readonly string[] {
  return readdirSync(projectFolder).filter((name) => name.startsWith('src-'));
}

function listFiles(top: string): string[] {
  const entries = readdirSync(path.join(projectFolder, top), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

export function parseSource(file: string, text: string): Source {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true, kind);
  const imports: Import[] = [];
  const acts: Act[] = [];
  const lineOf = (node: ts.Node): number => parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) imports.push({ ...found, line: lineOf(node) });
    const what = actOf(node);
    if (what) acts.push({ what, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  const statements = parsed.statements;
  const onlyReExports = statements.length > 0 && statements.every((one) => ts.isExportDeclaration(one));
  return { path: file, lines: text.trimEnd().split('\n').length, imports, acts, onlyReExports };
}

function importOf(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, true);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return named(node.arguments[0], false);
  return undefined;
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): Omit<Import, 'line'> | undefined {
  return specifier && ts.isStringLiteralLike(specifier) ? { specifier: specifier.text, typeOnly } : undefined;
}

function actOf(node: ts.Node): Act['what'] | undefined {
  if (ts.isPropertyAccessExpression(node)) return memberAct(node);
  if (ts.isNewExpression(node)) return newAct(node);
  if (ts.isExportAssignment(node)) return 'default-export';
  const atTop = ts.isVariableStatement(node) && ts.isSourceFile(node.parent);
  return atTop && !(node.declarationList.flags & ts.NodeFlags.Const) ? 'module-let' : undefined;
}

function memberAct({ expression, name }: ts.PropertyAccessExpression): Act['what'] | undefined {
  if (isNamed(expression, 'Date') && name.text === 'now') return 'time';
  return isNamed(expression, 'Math') && name.text === 'random' ? 'chance' : undefined;
}

function newAct({ expression, arguments: given }: ts.NewExpression): Act['what'] | undefined {
  if (isNamed(expression, 'Date') && !given?.length) return 'time';
  return isNamed(expression, 'BrowserWindow') || isNamed(expression, 'WebContentsView') ? 'window' : undefined;
}

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;
