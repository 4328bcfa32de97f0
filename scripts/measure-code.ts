import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';

const help = `Measures the code: sizes of files and functions, and how much of it is comments, documented and tested.

Usage: npm run measure-code -- [options]

Options:
  --json   print one JSON object
  --help   print this

A function is a declaration, a method or a closure with a body in braces; its size is its lines. Comments are the share of lines that
hold nothing else; documented is the share of exported declarations with a doc comment; tests are their lines of code to one of src/.

Exit status: 0 done; 2 wrong arguments.
`;

const options = { json: { type: 'boolean' } } as const;

/** What one file holds. Lines are counted from 1; a blank line is neither code nor comment. */
interface FileFigures {
  readonly folder: string;
  readonly lines: number;
  readonly codeLines: number;
  readonly commentLines: number;
  readonly functionLines: readonly number[];
  readonly exported: number;
  readonly documented: number;
}

/** One row of the table. */
interface FolderFigures {
  readonly folder: string;
  readonly files: number;
  readonly codeLines: number;
  readonly file: Spread;
  readonly function: Spread;
  readonly commentShare: number;
  readonly documentedShare: number;
}

interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

const projectFolder = path.resolve(import.meta.dirname, '..');

const command: Command<typeof options> = {
  name: 'npm run measure-code',
  help,
  options,

  async run({ values }, { out }) {
    const source = measureFolder('src');
    const tests = measureFolder('test');
    const folders = [...new Set(source.map(({ folder }) => folder))].sort();
    const rows = [
      summarise('src, all of it', source),
      ...folders.map((folder) =>
        summarise(
          folder,
          source.filter((file) => file.folder === folder),
        ),
      ),
      summarise('scripts', measureFolder('scripts')),
      summarise('test', tests),
    ];
    const testsToSource = sum(tests, 'codeLines') / sum(source, 'codeLines');
    out.write(
      values.json === true ? `${JSON.stringify({ rows, testsToSource })}\n` : render(rows, testsToSource),
    );
    return 0;
  },
};

function measureFolder(name: string): FileFigures[] {
  const root = path.join(projectFolder, name);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const [first = '', second] = path.relative(root, file).split(path.sep);
      return measureFile(file, second === undefined ? name : `${name}/${first}`);
    });
}

function measureFile(file: string, folder: string): FileFigures {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const code = new Set<number>();
  const functionLines: number[] = [];
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(source) === 0 && node.kind !== ts.SyntaxKind.EndOfFileToken)
      for (let line = lineOf(node.getStart(source)); line <= lineOf(node.end); line++) code.add(line);
    if (isBracedFunction(node)) functionLines.push(lineOf(node.end) - lineOf(node.getStart(source)) + 1);
    // Doc comments are children too, and no code.
    for (const child of node.getChildren(source)) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(source);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const exported = source.statements.filter(isExported);
  return {
    folder,
    lines: lines.length,
    codeLines: code.size,
    commentLines: lines.filter((line, at) => line.trim() !== '' && !code.has(at)).length,
    functionLines,
    exported: exported.length,
    documented: exported.filter((node) => ts.getJSDocCommentsAndTags(node).length > 0).length,
  };
}

function isBracedFunction(node: ts.Node): boolean {
  return (
    (ts.isFunctionDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isConstructorDeclaration(node) ||
      ts.isAccessor(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node)) &&
    node.body !== undefined &&
    ts.isBlock(node.body)
  );
}

/** Declarations only: `export … from` says nothing of its own. */
function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function summarise(folder: string, files: readonly FileFigures[]): FolderFigures {
  const [codeLines, commentLines] = [sum(files, 'codeLines'), sum(files, 'commentLines')];
  return {
    folder,
    files: files.length,
    codeLines,
    file: spread(files.map(({ lines }) => lines)),
    function: spread(files.flatMap(({ functionLines }) => functionLines)),
    commentShare: commentLines / (commentLines + codeLines),
    documentedShare: sum(files, 'documented') / sum(files, 'exported'),
  };
}

function sum(
  files: readonly FileFigures[],
  key: 'codeLines' | 'commentLines' | 'documented' | 'exported',
): number {
  return files.reduce((total, file) => total + file[key], 0);
}

/** Nearest rank. */
function spread(sizes: readonly number[]): Spread {
  const sorted = [...sizes].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), p90: at(0.9), max: at(1) };
}

function render(rows: readonly FolderFigures[], testsToSource: number): string {
  const show = ({ median, p90, max }: Spread): string => `${median} / ${p90} / ${max}`;
  const percent = (share: number): string => (Number.isNaN(share) ? '' : `${(share * 100).toFixed(0)} %`);
  const lines = [
    '| folder | files | lines of code | median / p90 / max file | median / p90 / max function | comments | documented |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.folder} | ${row.files} | ${row.codeLines} | ${show(row.file)} | ${show(row.function)} | ${percent(row.commentShare)} | ${percent(row.documentedShare)} |`,
    ),
    '',
    `Lines of tests to one of src/: ${testsToSource.toFixed(2)}`,
  ];
  return `${lines.join('\n')}\n`;
}

await runMain(command);
