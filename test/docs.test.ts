import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPageSections } from './support/evaluation-page/page.ts';

const root = path.resolve(import.meta.dirname, '..');

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Paths below a folder of the repository, relative to its root, with `/` between names. */
function listFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** What people read: pages of the corpus are news, not documentation. */
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...listFiles('docs').filter((file) => file.endsWith('.md')),
  'corpus/README.md',
  'embeddings/multilingual-e5-small/README.md',
].sort();

const allMatches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

describe('settings', () => {
  const schema = /z\.object\(\{\n(.*?)\n\}\);/s.exec(read('src/config.ts'))?.[1] ?? '';
  const settings = allMatches(schema, /^ {2}([A-Z][A-Z0-9_]*):/gm).sort();

  it('are found in src/config.ts', () => {
    expect(settings).toContain('DISCORD_TOKEN');
    expect(settings.length).toBeGreaterThan(3);
  });

  it('are those of .env.example, each with a comment above it', () => {
    const example = read('.env.example');
    expect(allMatches(example, /^([A-Z][A-Z0-9_]*)=/gm).sort()).toEqual(settings);
    expect(allMatches(example, /^# .+\n([A-Z][A-Z0-9_]*)=/gm).sort()).toEqual(settings);
  });

  it('all stand in README.md', () => {
    const named = allMatches(read('README.md'), /`([A-Z][A-Z0-9_]*)`/g);
    expect(settings.filter((setting) => !named.includes(setting))).toEqual([]);
  });
});

describe('error codes', () => {
  const union = /export type UserErrorCode =(.*?);/s.exec(read('src/errors.ts'))?.[1] ?? '';
  const codes = allMatches(union, /'([a-z-]+)'/g);

  it('are found in src/errors.ts', () => {
    expect(codes).toContain('index-missing');
  });

  it('each have one section of docs/errors.md, which has no others', () => {
    expect(allMatches(read('docs/errors.md'), /^### `([^`]+)`$/gm).sort()).toEqual(unique(codes));
  });
});

describe('scripts of package.json', () => {
  it('are each named in a page that people read', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const text = documents.map(read).join('\n');
    // `npm start` and `npm test` need no `run`.
    const named = unique(allMatches(text, /npm (?:run )?(?:--\S+ )*([a-z][\w:-]*)/g));
    expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = allMatches(text, /npm (?:run )(?:--\S+ )*([a-z][\w:-]*)/g);
    expect(unique(named).filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('has relative links that lead somewhere', () => {
    const prose = text.replace(/^```.*?^```/gms, '');
    const targets = [
      ...allMatches(prose, /\]\(([^)\s]+)\)/g),
      ...allMatches(prose, /^\[[^\]]+\]:\s*(\S+)/gm),
    ].filter((target) => !/^[a-z]+:/i.test(target));
    expect(targets.filter((target) => !leadsSomewhere(document, target))).toEqual([]);
  });
});

function leadsSomewhere(document: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const destination = file === '' ? document : path.join(path.dirname(document), decodeURI(file));
  if (!existsSync(path.join(root, destination))) return false;
  return anchor === undefined || headingAnchors(read(destination)).includes(decodeURI(anchor));
}

/** Anchors as git hosts make them of headings. */
function headingAnchors(text: string): string[] {
  return allMatches(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('decision pages', () => {
  const pages = listFiles('docs/decisions');

  it('are numbered without a gap', () => {
    const numbers = pages.map((page) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(page)?.[1]));
    expect(numbers).toEqual(pages.map((_, at) => at + 1));
  });

  it('exist where source code names them', () => {
    const sources = [...listFiles('src'), ...listFiles('scripts'), ...listFiles('test')];
    const named = sources
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => allMatches(read(file), /(docs\/decisions\/\d{4}[\w-]*(?:\.md)?)/g));
    expect(named).not.toEqual([]);
    expect(unique(named).filter((name) => !pages.some((page) => page.startsWith(name)))).toEqual([]);
  });
});

describe('docs/evaluation.html', () => {
  const page = read('docs/evaluation.html');

  it('holds no words of a question set, whose licences may forbid it', () => {
    const sections = page.match(/ data-texts="[^"]*"/g) ?? [];
    expect(sections.length).toBeGreaterThan(0);
    expect(new Set(sections)).toEqual(new Set([' data-texts="left out"']));
  });

  it('is a page of this version, which the next run can add to', () => {
    expect(readPageSections(page).size).toBe(page.match(/ data-texts="/g)?.length);
  });
});
