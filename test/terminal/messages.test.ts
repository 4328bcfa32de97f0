import { describe, expect, it } from 'vitest';
import type { SetAsideReason } from '../../src/corpus/read-corpus.ts';
import { UserError } from '../../src/errors.ts';
import type { ErrorContext, UserErrorCode } from '../../src/errors.ts';
import { describeError, describeSetAside } from '../../src/terminal/messages.ts';

/** What each error is thrown with; every part of it must be told. */
const contexts: Record<UserErrorCode, ErrorContext> = {
  'setting-invalid': { problems: ['EMBEDDING_THREADS: expected number', 'OTHER: bad'] },
  'corpus-missing': { folder: '/语料', detail: 'ENOENT' },
  'corpus-empty': { folders: ['/a', '/مجلد'], setAside: ['/a/x.md: binary', '/a/y.md: empty'] },
  'model-missing': { model: 'my-model', folder: '/models/my-model' },
  'model-unloadable': { model: 'my-model', folder: '/models' },
  'cache-damaged': { folder: '/缓存.db', detail: 'SQLITE_CORRUPT' },
  'cache-unwritable': { folder: '/缓存.db', detail: 'ENOSPC' },
  'index-missing': { folder: '/索引' },
  'index-empty': { folder: '/索引' },
  'index-busy': { folder: '/索引', holder: 'process 42' },
  'index-damaged': { folder: '/索引', detail: 'SQLITE_NOTADB' },
  'index-model-mismatch': { folder: '/索引', indexModel: 'old (file 1)', currentModel: 'new (file 2)' },
  'index-format-mismatch': { folder: '/索引', found: 2, expected: 1 },
  'index-outdated': { folder: '/索引' },
  'index-unreadable': { folder: '/索引', detail: 'EACCES' },
  'index-unwritable': { folder: '/索引', detail: 'ENOSPC' },
  'desk-damaged': { file: '/数据/desk.db', detail: 'SQLITE_CORRUPT' },
  'desk-unwritable': { file: '/数据/desk.db', detail: 'SQLITE_READONLY' },
  'desk-busy': { file: '/数据/desk.db' },
  'desk-format-mismatch': { file: '/数据/desk.db', found: 2, expected: 1 },
  'backup-damaged': { file: '/b.tar', detail: 'desk.db is not what it was' },
  'backup-unreadable': { file: '/b.tar', detail: 'ENOENT' },
  'backup-unwritable': { file: '/b.tar', detail: 'ENOSPC' },
  'restore-unwritable': { file: '/b.tar', detail: 'EACCES: permission denied' },
  'question-empty': {},
  'question-too-long': { length: 2001, maximum: 2000 },
  'source-unknown': { source: '别家', known: ['Harbour Courier', 'صدى نوران'] },
  'article-unknown': { article: 'abc' },
  'date-unreadable': { text: 'soon' },
  'language-unknown': { language: 'xx' },
  'not-the-asker': {},
  'answer-forgotten': {},
  'offer-expired': {},
  'newsroom-closed': {},
  'feed-unknown': {},
  'feed-not-read': { name: 'Gazette', code: 'url-not-found' },
  'not-a-moderator': {},
  'not-the-owner': {},
  'only-in-servers': {},
  'time-zone-unknown': { zone: 'Mars' },
  'cooldown-invalid': { minimum: 0, maximum: 3600 },
  'url-refused': { host: 'intern.example', reason: 'private-address' },
  'url-unreachable': { host: '新闻.example', detail: 'HTTP 503', retryAfterSeconds: 120 },
  'url-too-large': { host: 'paper.example', maximum: 16_777_216 },
  'url-too-slow': { host: 'paper.example', seconds: 20 },
  'url-not-found': { host: 'paper.example', detail: 'HTTP 404' },
  'url-not-an-article': { host: 'paper.example', detail: 'image/png' },
  'feed-unreadable': { host: 'paper.example', detail: 'damaged' },
  'article-withdrawn': { titles: ['渡船复航', 'عودة العبّارة'] },
  'corpus-unwritable': { folder: '/语料/pulled', detail: 'EACCES' },
  'discord-application-missing': {},
  'discord-token-invalid': {},
  'discord-intents-refused': {},
  'discord-unreachable': { detail: 'ECONNREFUSED' },
  'port-taken': { host: '127.0.0.1', port: 8080, settings: 'PREVIEW' },
  'host-unusable': { host: '203.0.113.1', port: 9464, settings: 'HEALTH', detail: 'EADDRNOTAVAIL' },
};

const codes = Object.keys(contexts) as UserErrorCode[];

describe('describeError', () => {
  it.each(codes)('says of %s what happened, to which thing, and what to do next', (code) => {
    const message = describeError(new UserError(code, contexts[code]));
    for (const value of Object.values(contexts[code]).flat()) expect(message).toContain(String(value));
    expect(message.split('\n').length).toBeGreaterThanOrEqual(2);
    expect(message).not.toMatch(/undefined|null|\[object|NaN|\n$/);
  });

  it.each(codes)('says something of %s also when it knows nothing more', (code) => {
    const message = describeError(new UserError(code));
    expect(message).not.toMatch(/undefined|null|\[object/);
    expect(message.length).toBeGreaterThan(20);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'does not tell inherited things of a context: %s',
    (name) => {
      const message = describeError(new UserError('index-missing', { [name]: 'x' }));
      expect(message).not.toContain('function');
    },
  );

  it('leaves out what was set aside where nothing was', () => {
    expect(describeError(new UserError('corpus-empty', { folders: ['/a'], setAside: [] }))).not.toContain(
      'Set aside',
    );
  });
});

const reasons: Record<SetAsideReason, string> = {
  'format-unknown': 'Convert it',
  link: 'Copy the file',
  'special-file': 'Remove it',
  'too-large': 'Split it',
  unreadable: 'permissions',
  binary: 'Convert it',
  'charset-unknown': 'iconv',
  'charset-wrong': 'iconv',
  outside: '--force',
  'too-complex': 'Simplify',
  damaged: 'Repair it',
  encrypted: 'password',
  'no-text': 'OCR',
  'record-invalid': 'Repair the record',
  empty: 'Fill it',
  'no-article': 'corpus/README.md',
};

describe('describeSetAside', () => {
  it.each(Object.entries(reasons) as [SetAsideReason, string][])(
    'says of %s what to do: %s',
    (reason, step) => {
      const message = describeSetAside({ path: '/语料/页.md', reason, detail: '' });
      expect(message).toMatch(/^\/语料\/页\.md (is|could|holds|has) /);
      expect(message).toContain(step);
      expect(message).not.toContain('()');
    },
  );

  it('adds what is known more exactly', () => {
    expect(describeSetAside({ path: '/a.md', reason: 'unreadable', detail: 'EACCES' })).toMatch(
      / \(EACCES\)\.$/,
    );
  });
});
