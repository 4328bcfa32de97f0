import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const sourceFolder = path.join(import.meta.dirname, '../../src');

/** A regular expression of `src/`. */
export interface SourcePattern {
  /** Path below `src/`. */
  readonly file: string;
  readonly line: number;
  readonly pattern: RegExp;
  /** Applied until it finds nothing more, as by `replaceAll` or `split`, not only once. */
  readonly isRepeated: boolean;
}

/** What `src/` has of regular expressions. Files are paths below it. */
export interface SourcePatterns {
  readonly files: readonly string[];
  readonly literals: readonly SourcePattern[];
  /** Files that put a regular expression together when they are loaded. */
  readonly builders: readonly string[];
}

/** Every regular expression literal of `src/`, and every file that builds one as it is loaded. */
export function collectPatterns(): SourcePatterns {
  const names = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /(?<!\.d)\.ts$/.test(name)).sort();
  const literals: SourcePattern[] = [];
  const builders = new Set<string>();
  for (const file of files) {
    const text = readFileSync(path.join(sourceFolder, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (ts.isRegularExpressionLiteral(node)) literals.push({ file, line, ...readLiteral(node) });
      if (isBuilder(node) && !ts.findAncestor(node, ts.isFunctionLike)) builders.add(file);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { files, literals, builders: [...builders] };
}

/** Loads a file of `src/`. */
export async function loadSource(file: string): Promise<void> {
  await import(/* @vite-ignore */ path.join(sourceFolder, file));
}

function isBuilder(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText() === 'RegExp';
}

function readLiteral(node: ts.RegularExpressionLiteral): Pick<SourcePattern, 'pattern' | 'isRepeated'> {
  const end = node.text.lastIndexOf('/');
  const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
  return { pattern, isRepeated: pattern.global || isSplitAt(node) };
}

function isSplitAt(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isCallExpression(parent) && /\.split$/.test(parent.expression.getText());
}

/**
 * Regular expressions that `src/` builds while `run` loads and calls its modules, each with the file that built it.
 * The global `RegExp` is another one meanwhile.
 */
export async function captureBuiltPatterns(run: () => Promise<void>): Promise<SourcePattern[]> {
  const captured: SourcePattern[] = [];
  const { RegExp: original } = globalThis;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [pattern, flags]: [string, string?]) {
      const built = new target(pattern, flags);
      // The first line is the message, the second this function, the third who called it.
      const [, , caller = ''] = (new Error('here').stack ?? '').split('\n');
      const [, file, line] = /\/src\/([^\s:?]+\.ts)[^:]*:(\d+)/.exec(caller) ?? [];
      if (file !== undefined && !caller.includes('node_modules')) {
        captured.push({ file, line: Number(line), pattern: built, isRepeated: built.global });
      }
      return built;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = original;
  }
  return captured;
}
