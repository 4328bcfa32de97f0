import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { editDatabase } from '../support/open-sqlite.ts';
import { formPage } from '../support/pages.ts';
import { projectFolder, runScript } from '../support/run-script.ts';
import type { ScriptOptions, ScriptResult } from '../support/run-script.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const pages = [
  'harbour-courier-2025-03-04-ferry-fares.md',
  'lanpu-daily-2025-02-20-light-rail.md',
  'marfa-alyawm-2025-01-28-desalination.md',
] as const;

const root = temporaryFolder();
const corpus = path.join(root, 'corpus');
const index = path.join(root, 'index');
const environment = { EMBEDDING_CACHE: path.join(root, 'cache.db') };

const run = (script: string, words: readonly string[], options: ScriptOptions = {}): Promise<ScriptResult> =>
  runScript(script, words, { ...options, environment: { ...environment, ...options.environment } });
const build = (words: readonly string[], options?: ScriptOptions) =>
  run('scripts/build-index.ts', words, options);
const ask = (words: readonly string[], options?: ScriptOptions) => run('scripts/ask.ts', words, options);

/** The index under another name beside it, where it finds the same corpus. */
function copyIndex(name: string): string {
  const copy = path.join(root, name);
  cpSync(index, copy, { recursive: true });
  return copy;
}

const quoteKeys = [
  ...['text', 'articleId', 'title', 'source', 'publishedOn', 'url'],
  ...['file', 'lines', 'start', 'end', 'language'],
];

const parseLines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const vectorsIn = (folder: string): string =>
  path.join(folder, readdirSync(folder).find((name) => name.endsWith('.hnsw')) ?? 'none');

let first: ScriptResult;
/** All questions, typed with lines between them that can not be asked. */
let typed: ScriptResult;

beforeAll(async () => {
  for (const page of pages) {
    cpSync(path.join(projectFolder, 'corpus', page), path.join(corpus, page));
  }
  first = await build(['--corpus', corpus, '--index', index]);
  const lines = [questions[0][0], '', '？！', questions[1][0], 'x'.repeat(2001), questions[2][0]];
  typed = await ask(['--index', index, '--json', '--stdin'], { input: lines.join('\r\n') });
});

const questions = [
  ['When do the ferry fares rise?', 'en', pages[0]],
  ['轻轨全程要多少分钟？', 'zh', pages[1]],
  ['متى تبدأ محطة تحلية المياه العمل؟', 'ar', pages[2]],
] as const;

describe('npm run index', () => {
  it('reads the pages, a line a stage, and ends with what to run next', () => {
    expect(first.exitCode).toBe(0);
    expect(first.err).toMatch(
      /^Reading pages: 3 in .+ s\nEmbedding texts: \d+ in .+ s\nStoring pages: 3 in .+ s\nBuilding the vector index: \d+ in .+ s\n$/,
    );
    expect(first.out).toMatch(
      /^Read 3 pages in .+: 0 unchanged, 0 removed; 3 new or changed articles, \d+ texts embedded/,
    );
    expect(first.out.trimEnd().split('\n').at(-1)).toBe(
      `Next: npm run ask -- --index ${index} "your question"`,
    );
  });

  it('embeds nothing the second time', async () => {
    const { exitCode, out } = await build(['--corpus', corpus, '--index', index, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      filesUnchanged: 3,
      textsEmbedded: 0,
      articlesChanged: 0,
      repaired: null,
    });
  });

  it('finds folders in the settings, and prints nothing with --quiet', async () => {
    const settings = { NEWSQUOTE_CORPUS: corpus, NEWSQUOTE_INDEX: index };
    expect(await build(['--quiet'], { environment: settings })).toEqual({ exitCode: 0, out: '', err: '' });
    const unset = await build(['--quiet'], {
      environment: { ...settings, NEWSQUOTE_CORPUS: path.join(root, '无') },
    });
    expect(unset.err).toContain(path.join(root, '无'));
  });

  it('repairs a snapshot that was cut short', async () => {
    const copy = copyIndex('repaired');
    truncateSync(vectorsIn(copy), 100);
    const { exitCode, out } = await build(['--corpus', corpus, '--index', copy]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/vectors-.+\.hnsw has been cut short or extended.+Nothing was lost/);
  });

  it('indexes what it can read, names the rest with the reason, and says so by exit code 1', async () => {
    const mixed = writeFiles(path.join(root, 'mixed'), {
      'good.md': formPage({ title: 'Good', source: 'Osk Gazette' }, 'The baker of Osk won a prize.'),
      'binary.md': Buffer.of(1, 0, 2),
      'latin1.txt': Buffer.from('café', 'latin1'),
      '空.md': '',
    });
    execFileSync('mkfifo', [path.join(mixed, 'pipe.md')]);
    symlinkSync('good.md', path.join(mixed, 'link.md'));
    const { exitCode, out } = await build(['--corpus', mixed, '--index', path.join(root, 'mixed-index')]);
    expect(exitCode).toBe(1);
    expect(out).toContain('Set aside 5 pages:');
    for (const told of ['binary.md holds binary', 'latin1.txt is in an encoding', '空.md is empty']) {
      expect(out).toContain(told);
    }
    expect(out).toContain('pipe.md is not an ordinary file');
    expect(out).toContain('link.md is a link');
    expect(out).toContain('The index holds 1 articles');
  });

  it('leaves the old index whole when it is killed, and then goes on where it was', async () => {
    const [copy, grown] = [copyIndex('killed'), path.join(root, 'grown')];
    cpSync(corpus, grown, { recursive: true });
    const sentences = Array.from(
      { length: 40 },
      (_, at) => `Reader ${at} of Osk wrote letter number ${at * 3}.`,
    );
    writeFiles(grown, { 'letters.md': formPage({ title: 'Letters', source: 'Osk Gazette' }, ...sentences) });
    const killed = await build(['--corpus', grown, '--index', copy], { killAt: 'Reading pages' });
    expect(killed.exitCode).toBeNull();
    const [text, , file] = questions[0];
    const answered = await ask(['--index', copy, '--json', text]);
    expect(answered.exitCode).toBe(0);
    expect(JSON.parse(answered.out).quotes[0].file).toContain(file);
    const { exitCode, out } = await build(['--corpus', grown, '--index', copy, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ counts: { articles: 4 } });
  });
});

describe('npm run ask', () => {
  describe.each(questions)('asked "%s"', (text, language, file) => {
    const answer = () => parseLines(typed.out).find(({ question }) => question === text);

    it('answers in the shape that later versions keep', () => {
      expect(answer()).toMatchObject({
        question: text,
        language,
        status: 'answered',
        nearest: [],
        quotes: [{}, {}, {}],
      });
      expect(answer().confidence).toBeLessThanOrEqual(1);
      expect(answer().tookMs).toBeGreaterThan(0);
      for (const quote of answer().quotes)
        expect(Object.keys(quote)).toEqual(expect.arrayContaining(quoteKeys));
    });

    it('quotes first the page that answers, and every quote stands where it says', () => {
      expect(answer().quotes[0].file).toBe(path.join(corpus, file));
      for (const quote of answer().quotes) {
        const [from, to] = quote.lines;
        const lines = readFileSync(quote.file, 'utf8')
          .split('\n')
          .slice(from - 1, to);
        expect(lines.join('\n').replace(/\s+/g, ' ')).toContain(quote.text.replace(/\s+/g, ' '));
        expect(quote.end - quote.start).toBe(quote.text.length);
      }
    });
  });

  it('answers line by line, names a line that can not be asked, and goes on after it', () => {
    expect(typed.exitCode).toBe(1);
    expect(parseLines(typed.out).map(({ question }) => question)).toEqual(questions.map(([text]) => text));
    expect(typed.err).toMatch(
      /^Line 3: The question is empty\.\n.+\nLine 5: The question has 2001 characters; at most 2000/,
    );
  });

  it('answers for people, with the answering part marked and where it stands', async () => {
    const { exitCode, out, err } = await ask([
      '--index',
      index,
      '--limit',
      '1',
      'When',
      'do',
      'ferry',
      'fares',
      'rise?',
    ]);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/^1\. .*\*\*.+\*\*.*\n {3}.+\n {3}.+ · 2025-03-04 · .+ferry-fares\.md, lines? \d+/);
    expect(out).not.toContain('\u001b');
  });

  it('says when the articles hold no answer, and that is no error', async () => {
    const words = ['--index', index, '--since', '2999-01-01', questions[0][0]];
    expect(await ask(words)).toEqual({ exitCode: 0, out: 'The articles do not answer this.\n', err: '' });
  });

  it('keeps to the dates and the source asked for', async () => {
    const filter = ['--source', 'the HARBOUR courier', '--until', '2025-03-04', '--since', '2025-03-04'];
    const { exitCode, out } = await ask(['--index', index, '--json', ...filter, questions[1][0]]);
    expect(exitCode).toBe(0);
    const { quotes, nearest } = JSON.parse(out);
    expect([...quotes, ...nearest].length).toBeGreaterThan(0);
    for (const { publishedOn } of [...quotes, ...nearest]) expect(publishedOn).toBe('2025-03-04');
  });

  it('has nothing to do when nothing is typed', async () => {
    expect(await ask(['--index', index, '--stdin'], { input: '\n \n' })).toEqual({
      exitCode: 0,
      out: '',
      err: '',
    });
  });

  it('builds an index first where there is none, and says so', async () => {
    const { exitCode, out, err } = await ask(['--json', questions[0][0]], {
      environment: { NEWSQUOTE_INDEX: path.join(root, 'fresh'), NEWSQUOTE_CORPUS: corpus },
    });
    expect(exitCode).toBe(0);
    expect(err).toContain(
      `No index in ${path.join(root, 'fresh')} yet: building one from the pages in ${corpus}.`,
    );
    expect(JSON.parse(out)).toMatchObject({ status: 'answered' });
  });

  it('answers all the same when the HNSW file was cut short, and says so', async () => {
    const copy = copyIndex('cut');
    truncateSync(vectorsIn(copy), 1000);
    const { exitCode, out, err } = await ask(['--index', copy, '--json', questions[0][0]]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).quotes[0].file).toContain(questions[0][2]);
    expect(err).toMatch(/vectors-.+\.hnsw has been cut short or extended/);
    expect(err).toContain(`npm run index -- --index ${copy}`);
  });

  it('withholds the quotes of a page that was edited, and says so', async () => {
    const [edited, page] = [path.join(root, 'edited'), path.join(root, 'edited/corpus', pages[0])];
    cpSync(corpus, path.join(edited, 'corpus'), { recursive: true });
    cpSync(index, path.join(edited, 'index'), { recursive: true });
    writeFiles(path.dirname(page), { [pages[0]]: readFileSync(page, 'utf8').replaceAll('e', 'E') });
    const { exitCode, out } = await ask(['--index', path.join(edited, 'index'), questions[0][0]]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(
      /is withheld: .+ferry-fares\.md was changed after it was indexed\. Run npm run index\./,
    );
    expect(out).not.toContain('**');
  });
});

describe.concurrent('wrong arguments', () => {
  it.each<readonly [script: string, words: readonly string[], told: string]>([
    ['scripts/ask.ts', ['--indx', 'x', 'q'], "Unknown option '--indx'"],
    ['scripts/ask.ts', [], 'There is no question'],
    ['scripts/ask.ts', ['--limit', '0', 'q'], '--limit 0 is not a whole number from 1 to 20'],
    [
      'scripts/ask.ts',
      ['--since', '2025-02-30', 'q'],
      '--since 2025-02-30 is not a date: write it as YYYY-MM-DD',
    ],
    [
      'scripts/ask.ts',
      ['--since', '2025-02-02', '--until', '2025-02-01', 'q'],
      '--since 2025-02-02 is after',
    ],
    ['scripts/ask.ts', ['--stdin', 'q'], 'With --stdin no question is taken'],
    ['scripts/build-index.ts', ['corpus'], "Unexpected argument 'corpus': name a folder with --corpus"],
    ['src/main.ts', ['--port', '80'], "Unknown option '--port'"],
  ])('end %s %j with 2 before anything is loaded', async (script, words, told) => {
    const { exitCode, out, err } = await run(script, words);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(told);
    expect(err).toMatch(/See npm .+ -- --help\n$/);
  });
});

describe.concurrent('--help', () => {
  it.each(['scripts/ask.ts', 'scripts/build-index.ts', 'src/main.ts'])(
    'of %s is printed as a result',
    async (script) => {
      const { exitCode, out, err } = await run(script, ['--help']);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      expect(out).toMatch(/Usage: npm /);
    },
  );
});

describe('what a person can put right', () => {
  const otherModel = path.join(root, 'other-model');
  const modelEnvironment = { EMBEDDING_MODEL: otherModel };

  beforeAll(() => {
    symlinkSync(path.join(projectFolder, 'embeddings/multilingual-e5-small'), otherModel);
    writeFiles(path.join(root, 'no-database'), { 'index.db': '这不是数据库。'.repeat(500) });
    editDatabase(path.join(copyIndex('later'), 'index.db'), 'PRAGMA user_version = 7');
    writeFiles(path.join(root, 'empty-corpus'), { 'photo.jpg': 'x' });
    writeFiles(path.join(root, 'broken-model'), { 'config.json': '{}', 'onnx/model.onnx': 'no model' });
    writeFiles(root, { 'a-file': '' });
  });

  it.concurrent.each<
    readonly [
      what: string,
      script: string,
      words: readonly string[],
      env: Record<string, string>,
      told: RegExp,
    ]
  >([
    ['an empty question', 'scripts/ask.ts', ['  '], {}, /The question is empty\.\nAsk something/],
    [
      'a question without a word',
      'scripts/ask.ts',
      ['--index', index, '？！🎉'],
      {},
      /The question is empty/,
    ],
    [
      'an unknown source',
      'scripts/ask.ts',
      ['--index', index, '--source', '别家', 'q'],
      {},
      /别家\.\nKnown sources: /,
    ],
    [
      'an index of another model',
      'scripts/ask.ts',
      ['--index', index, 'q'],
      modelEnvironment,
      /multilingual-e5-small \(file [^]+other-model \(file [^]+--force/,
    ],
    [
      'a file that is no index',
      'scripts/ask.ts',
      ['--index', path.join(root, 'no-database'), 'q'],
      {},
      /no-database is damaged \(SQLITE_NOTADB\)\.\n/,
    ],
    [
      'an index of a later version',
      'scripts/ask.ts',
      ['--index', path.join(root, 'later'), 'q'],
      {},
      /has format 7, this program reads format 2\.\n/,
    ],
    [
      'a missing corpus',
      'scripts/build-index.ts',
      ['--corpus', path.join(root, '没有'), '--index', index],
      {},
      /There is no corpus folder .+没有 \(ENOENT\)\.\nMake it/,
    ],
    [
      'an empty corpus',
      'scripts/build-index.ts',
      ['--corpus', path.join(root, 'empty-corpus'), '--index', index],
      {},
      /No page could be read in .+empty-corpus\.\nPut pages .+The index is unchanged/,
    ],
    [
      'an index that can not be written',
      'scripts/build-index.ts',
      ['--corpus', corpus, '--index', path.join(root, 'a-file/index')],
      {},
      /can not be written \(ENOTDIR\)\.\nCheck/,
    ],
    [
      'a missing model',
      'scripts/ask.ts',
      ['--index', index, 'q'],
      { EMBEDDING_MODEL: '/no/model' },
      /There is no embedding model \/no\/model .+\nSet EMBEDDING_MODEL/,
    ],
    [
      'a damaged model',
      'scripts/ask.ts',
      ['--index', index, 'q'],
      { EMBEDDING_MODEL: path.join(root, 'broken-model') },
      /broken-model could not be loaded from .+\n.+restore it/,
    ],
    [
      'a bad setting',
      'scripts/ask.ts',
      ['q'],
      { EMBEDDING_THREADS: 'many' },
      /Bad settings: EMBEDDING_THREADS/,
    ],
  ])('ends with 1, the thing named and the next step: %s', async (_what, script, words, env, told) => {
    const { exitCode, out, err } = await run(script, words, { environment: env });
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toMatch(told);
    expect(err).not.toMatch(/incident|^ +at /m);
  });

  it('has lost nothing of the index by all this', async () => {
    const { out } = await ask(['--index', index, '--json', questions[0][0]]);
    expect(JSON.parse(out)).toMatchObject({ status: 'answered' });
  });

  it('changes to another model, says what is to be set, and answers with it', async () => {
    const [copy, small] = [copyIndex('changed'), path.join(root, 'small')];
    const text = 'The baker of Osk won the first prize for a loaf of rye.';
    writeFiles(small, { 'osk.md': formPage({ title: 'Baker wins', source: 'Osk Gazette' }, text) });
    const { exitCode, err } = await build(['--corpus', small, '--index', copy, '--model', otherModel]);
    expect(exitCode).toBe(0);
    expect(err).toMatch(
      /Set EMBEDDING_MODEL=\S+other-model in \.env.+\n.+--model \S+multilingual-e5-small\n$/,
    );
    const answered = await ask(['--index', copy, '--json', text], { environment: modelEnvironment });
    expect(JSON.parse(answered.out).quotes[0].text).toBe(text);
    expect((await ask(['--index', copy, text])).err).toMatch(/was built with other-model/);
  });
});
