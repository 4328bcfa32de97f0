import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { projectFolder } from '../../support/run-script.ts';

const folders = ['src', 'test/support', 'test/faults/injectors'] as const;

let compiled: string | undefined;

/**
 * A copy of the sources as JavaScript, made once a process and removed when it ends: hundreds of child processes are
 * started, and translating TypeScript is most of what starting one costs.
 */
export function compiledTree(): string {
  compiled ??= compileTree();
  return compiled;
}

function compileTree(): string {
  const tree = mkdtempSync(path.join(realpathSync(tmpdir()), 'newsquote-compiled-'));
  process.on('exit', () => rmSync(tree, { recursive: true, force: true }));
  cpSync(path.join(projectFolder, 'package.json'), path.join(tree, 'package.json'));
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(tree, 'node_modules'));
  for (const folder of folders) {
    for (const file of readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' }))
      compileFile(path.join(projectFolder, folder, file), path.join(tree, folder, file));
  }
  return tree;
}

function compileFile(from: string, to: string): void {
  if (path.extname(from) === '' || from.endsWith('.d.ts')) return;
  mkdirSync(path.dirname(to), { recursive: true });
  if (!from.endsWith('.ts')) {
    cpSync(from, to);
    return;
  }
  const { outputText } = ts.transpileModule(readFileSync(from, 'utf8'), {
    fileName: from,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  writeFileSync(to.replace(/\.ts$/, '.js'), outputText);
}
