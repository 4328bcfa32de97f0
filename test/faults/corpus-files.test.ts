import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listCorpus, readCorpusFile } from '../../src/corpus/read-corpus.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { openNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { createFakeEmbedder } from '../support/fake-embedder.ts';
import { formPage, tinyCorpus } from '../support/pages.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

/** What happens, once, right before the next opening of a file and right after it. */
const { moment } = vi.hoisted(() => ({
  moment: { before: [] as (() => void)[], after: [] as (() => void)[] },
}));
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  const openSync: typeof fs.openSync = (...args) => {
    moment.before.pop()?.();
    const descriptor = fs.openSync(...args);
    moment.after.pop()?.();
    return descriptor;
  };
  return { ...fs, openSync };
});

const extensions = new Set(['.md']);
const secret = 'The secret of Osk is kept in the lighthouse.';

let root: string;
let corpus: string;

beforeEach(() => {
  root = temporaryFolder();
  corpus = writeFiles(path.join(root, 'corpus'), tinyCorpus);
  writeFiles(root, { 'outside/secret.md': formPage({ title: 'Secret', source: 'Nobody' }, secret) });
});

const inCorpus = (name: string): string => path.join(corpus, name);
const linkTo = (target: string) => (name: string) => {
  symlinkSync(target, inCorpus(name));
};

/** A name of bytes that are no UTF-8, in the corpus. */
const badName = (name: string): Buffer =>
  Buffer.concat([Buffer.from(`${corpus}/`), Buffer.from(name, 'latin1')]);

interface HostileEntry {
  readonly what: string;
  readonly name: string;
  readonly make: (name: string) => void;
  readonly reason: string;
  readonly detail?: string;
}

/** Devices are made by root, where the system lets it. */
const canMakeDevices = ((): boolean => {
  const probe = path.join(temporaryFolder(), 'device');
  return spawnSync('mknod', [probe, 'c', '1', '5']).status === 0 && statSync(probe).isCharacterDevice();
})();
const isLinux = process.platform === 'linux';

const links: readonly HostileEntry[] = [
  { what: 'a link to a page of the corpus', name: 'a.md', make: linkTo('ferry.md'), reason: 'link' },
  { what: 'a link upwards', name: 'b.md', make: linkTo('../outside/secret.md'), reason: 'link' },
  { what: 'a link to an absolute path', name: 'c.md', make: linkTo('/etc/passwd'), reason: 'link' },
  { what: 'a link to nowhere', name: 'd.md', make: linkTo('/no/such/file'), reason: 'link' },
  { what: 'a link to itself', name: 'e.md', make: linkTo('e.md'), reason: 'link' },
  { what: 'a link to a folder outside', name: 'f', make: linkTo('../outside'), reason: 'link' },
  { what: 'a link to the root of the file system', name: 'g', make: linkTo('/'), reason: 'link' },
  { what: 'a link to the corpus, a circle', name: 'h', make: linkTo('.'), reason: 'link' },
  { what: 'a link to a folder, named like a page', name: 'i.md', make: linkTo('../outside'), reason: 'link' },
  { what: 'a link to an endless device', name: 'j.md', make: linkTo('/dev/zero'), reason: 'link' },
  {
    what: 'links in a ring',
    name: 'k.md',
    make: (name) => {
      linkTo('k2')(name);
      linkTo('k.md')('k2');
    },
    reason: 'link',
  },
  {
    what: 'a chain of links',
    name: 'l.md',
    make: (name) => {
      linkTo('l2')(name);
      linkTo('../outside/secret.md')('l2');
    },
    reason: 'link',
  },
];

const special: readonly HostileEntry[] = [
  {
    what: 'a pipe that nobody writes into',
    name: 'm.md',
    make: (name) => execFileSync('mkfifo', [inCorpus(name)]),
    reason: 'special-file',
  },
  {
    what: 'a link to such a pipe',
    name: 'n.md',
    make: (name) => {
      execFileSync('mkfifo', [path.join(root, 'pipe')]);
      linkTo('../pipe')(name);
    },
    reason: 'link',
  },
  {
    what: 'a socket',
    name: 'o.md',
    // The path of a socket has at most some 100 characters, so it is given as one below its own folder.
    make: (name) =>
      execFileSync(
        process.execPath,
        ['-e', `require('net').createServer().listen('${name}', () => process.exit())`],
        { cwd: corpus },
      ),
    reason: 'special-file',
  },
];

const devices: readonly HostileEntry[] = [
  {
    what: 'an endless device',
    name: 'p.md',
    make: (name) => execFileSync('mknod', [inCorpus(name), 'c', '1', '5']),
    reason: 'special-file',
  },
  {
    what: 'a device of blocks',
    name: 'q.md',
    make: (name) => execFileSync('mknod', [inCorpus(name), 'b', '7', '200']),
    reason: 'special-file',
  },
];

const names: readonly HostileEntry[] = [
  {
    what: 'a name that is not UTF-8',
    name: '\ufffd\ufffd\ufffd\ufffd.md',
    make: () => {
      writeFileSync(badName('\xd0\xc2\xce\xc5.md'), secret);
    },
    reason: 'unreadable',
    detail: 'EILSEQ',
  },
  {
    what: 'a folder whose name is not UTF-8',
    name: 'caf\ufffd',
    make: () => {
      mkdirSync(badName('caf\xe9'));
      writeFileSync(badName('caf\xe9/page.md'), secret);
    },
    reason: 'unreadable',
    detail: 'EILSEQ',
  },
];

/** Each reading is a process of its own, which is killed should it hang. */
function readInProcess(folder: string) {
  const script = path.join(import.meta.dirname, '../support/read-folder.ts');
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', script, folder], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(status).toBe(0);
  return JSON.parse(stdout) as {
    read: { file: string; text: string }[];
    setAside: { path: string; reason: string; detail: string }[];
  };
}

function setAsideOf(entries: readonly HostileEntry[]) {
  return entries.map(({ name, reason, detail = '' }) => ({ path: inCorpus(name), reason, detail }));
}

describe.each([
  { kind: 'links', entries: links, isPossible: true, why: '' },
  {
    kind: 'pipes and sockets',
    entries: special,
    isPossible: process.platform !== 'win32',
    why: ' (not on Windows)',
  },
  { kind: 'devices', entries: devices, isPossible: canMakeDevices, why: ' (only where root may make them)' },
  {
    kind: 'names of bytes that are no text',
    entries: names,
    isPossible: isLinux,
    why: ' (only where names are bytes)',
  },
])('$kind in the corpus$why', ({ entries, isPossible }) => {
  it.skipIf(!isPossible).each(entries)('are reported and not read: $what', (entry) => {
    entry.make(entry.name);
    expect(listCorpus(corpus, extensions).setAside).toEqual(setAsideOf([entry]));
    expect(readCorpusFile({ folder: corpus, file: entry.name })).toHaveProperty('setAside');
  });

  it.skipIf(!isPossible)('hold up no reading, and give nothing from outside, all of them together', () => {
    for (const entry of entries) entry.make(entry.name);
    const { read, setAside } = readInProcess(corpus);
    expect(read.map(({ file }) => file)).toEqual(['ferry.md', 'zh/bridge.md']);
    expect(setAside).toEqual(setAsideOf(entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))));
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});

describe('an index', () => {
  it('is built of a corpus with all of these, each named, without a word from outside', async () => {
    const all = [...links, ...(isLinux ? [...special, ...names] : []), ...(canMakeDevices ? devices : [])];
    for (const entry of all) entry.make(entry.name);
    const embedder = createFakeEmbedder();
    const report = await indexCorpus({
      folders: [corpus],
      indexFolder: path.join(root, 'index'),
      cacheFile: path.join(root, 'cache.db'),
      embedder,
      holder: 'a test',
    });
    expect(report.setAside.map((file) => file.path).sort()).toEqual(
      all.map(({ name }) => inCorpus(name)).sort(),
    );
    expect(report.counts.articles).toBe(3);
    expect(embedder.embedded.join()).not.toContain('secret');
    const store = openNewsStore(path.join(root, 'index'));
    expect((await store.pages()).map(({ file }) => file).sort()).toEqual([
      'ar/market.txt',
      'ferry.md',
      'zh/bridge.md',
    ]);
    await store.close();
  });
});

describe('a path that an index was made to hold', () => {
  it.each([
    '../outside/secret.md',
    'zh/../../outside/secret.md',
    './../outside/secret.md',
    'zh\\..\\..\\outside\\secret.md',
    '..',
    '/etc/passwd',
    '/dev/zero',
    'ferry.md\0.png',
    '\0',
  ])('is not followed out of the corpus: %j', (file) => {
    expect(readCorpusFile({ folder: corpus, file })).toMatchObject({ setAside: { reason: 'outside' } });
  });

  it('is nothing where it is no file', () => {
    for (const file of [
      '',
      '.',
      'zh',
      'zh/',
      'ferry.md/',
      'ferry.md/..md',
      'no.md',
      '~/secret.md',
      '%2e%2e/outside/secret.md',
    ]) {
      expect(readCorpusFile({ folder: corpus, file })).toHaveProperty('setAside.reason', 'unreadable');
    }
  });
});

describe('a file that is replaced', () => {
  const file = 'zh/bridge.md';
  const listed = () => {
    const found = listCorpus(corpus, extensions).files.find((each) => each.file === file);
    if (found === undefined) throw new Error('not listed');
    return found;
  };
  /** Puts a link in the place of something. */
  const replace = (name: string, target: string): void => {
    renameSync(inCorpus(name), path.join(root, 'moved'));
    symlinkSync(target, inCorpus(name));
  };

  const replacements = [
    { what: 'by a link', change: () => replace(file, path.join(root, 'outside/secret.md')), reason: 'link' },
    { what: 'by a link to an endless device', change: () => replace(file, '/dev/zero'), reason: 'link' },
    {
      what: 'by a pipe',
      change: () => {
        rmSync(inCorpus(file));
        execFileSync('mkfifo', [inCorpus(file)]);
      },
      reason: 'special-file',
    },
    {
      what: 'by a folder',
      change: () => {
        rmSync(inCorpus(file));
        mkdirSync(inCorpus(file));
      },
      reason: 'unreadable',
    },
    { what: 'by nothing', change: () => rmSync(inCorpus(file)), reason: 'unreadable' },
    {
      what: 'with its folder, by a link to another with a file of that name',
      change: () => {
        writeFiles(root, { 'outside/bridge.md': secret });
        replace('zh', path.join(root, 'outside'));
      },
      reason: 'link',
    },
  ];

  it.each(replacements)('$what between listing and reading is not read', ({ change, reason }) => {
    const found = listed();
    change();
    expect(readCorpusFile(found)).toHaveProperty('setAside.reason', reason);
  });

  it.each(replacements)('$what between checking and opening is not read', ({ change, reason }) => {
    const found = listed();
    moment.before.push(change);
    expect(readCorpusFile(found)).toHaveProperty('setAside.reason', reason);
  });

  it('by a link only for the moment of opening is not read', () => {
    writeFiles(root, { 'outside/bridge.md': secret });
    const found = listed();
    moment.before.push(() => {
      replace('zh', path.join(root, 'outside'));
    });
    moment.after.push(() => {
      rmSync(inCorpus('zh'));
      renameSync(path.join(root, 'moved'), inCorpus('zh'));
    });
    expect(readCorpusFile(found)).toHaveProperty('setAside', {
      path: inCorpus(file),
      reason: 'unreadable',
      detail: 'ESTALE',
    });
    expect(readCorpusFile(found)).toHaveProperty('bytes');
  });
});

describe('a file that may not be read', () => {
  /** Root may read everything; the test steps back from that for a moment. */
  function withoutRights<T>(read: () => T): T {
    if (process.getuid?.() !== 0) return read();
    chmodSync(root, 0o755);
    process.seteuid?.(65_534);
    try {
      return read();
    } finally {
      process.seteuid?.(0);
    }
  }

  it.skipIf(process.platform === 'win32').each([
    { what: 'a file', name: 'ferry.md', mode: 0 },
    { what: 'a folder', name: 'zh', mode: 0 },
    { what: 'a folder that may be listed and not entered', name: 'zh', mode: 0o444 },
  ])('is reported, and the others are read: $what', ({ name, mode }) => {
    chmodSync(inCorpus(name), mode);
    const { read, setAside } = withoutRights(() => {
      const listing = listCorpus(corpus, extensions);
      const results = listing.files.map(readCorpusFile);
      const failed = results.flatMap((result) => ('setAside' in result ? [result.setAside] : []));
      return {
        read: results.filter((result) => 'bytes' in result),
        setAside: [...listing.setAside, ...failed],
      };
    });
    chmodSync(inCorpus(name), 0o755);
    expect(read).toHaveLength(1);
    expect(setAside).toMatchObject([{ reason: 'unreadable', detail: 'EACCES' }]);
    expect(setAside[0]?.path.startsWith(inCorpus(name))).toBe(true);
  });
});

describe('what only looks hostile', () => {
  it('is read: odd names, a second name of a page, folders in folders', () => {
    const odd = [
      'a b.md',
      '-rf.md',
      '$(x).md',
      "'.md",
      'a\nb.md',
      '..md',
      'a..b.md',
      '\u202e.md',
      'é.md',
      'e\u0301.md',
      '页.md',
    ];
    const deep = `${'d/'.repeat(500)}deep.md`;
    rmSync(corpus, { recursive: true });
    writeFiles(corpus, Object.fromEntries([...odd, deep].map((name) => [name, name])));
    linkSync(inCorpus('a b.md'), inCorpus('hard.md'));
    const { files, setAside } = listCorpus(corpus, extensions);
    // “..md” is hidden.
    expect(files.map(({ file }) => file).sort()).toEqual(
      [...odd.filter((name) => name !== '..md'), deep, 'hard.md'].sort(),
    );
    expect(setAside).toEqual([]);
    for (const file of files) expect(readCorpusFile(file)).toHaveProperty('bytes');
  });
});
