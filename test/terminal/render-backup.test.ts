import { describe, expect, it } from 'vitest';
import type { BackupManifest } from '../../src/pipeline/backup/backup-file.ts';
import { renderBackup, renderRestore } from '../../src/terminal/render-backup.ts';

const content = { bytes: 1, sha256: '0'.repeat(64) };
const manifest: BackupManifest = {
  format: 1,
  createdAt: '2025-03-04T10:15:00.000Z',
  desk: { ...content, tables: {} },
  index: { ...content, tables: { articles: 4 } },
  corpora: [{ folder: '/语料', folderFromIndex: '../语料', files: [{ ...content, file: '桥.md' }] }],
};

describe('renderBackup', () => {
  it('says what is in it and how to put it back', () => {
    expect(renderBackup({ manifest, bytes: 1_250_000, setAside: [] }, '/备份.tar')).toBe(
      'Wrote /备份.tar, 1.3 MB, and read it again: the decisions, an index of 4 articles, 1 pages.\n' +
        'Keep a copy on another machine. To put it back: npm run restore -- /备份.tar\n',
    );
  });

  it('names what is not in it', () => {
    const setAside = [{ path: '/语料/سوق.md', reason: 'unreadable', detail: 'EACCES' } as const];
    const text = renderBackup(
      { manifest: { ...manifest, desk: null, index: null }, bytes: 0, setAside },
      '/b',
    );
    expect(text).toContain('no decisions (there are none), no index (there is none), 1 pages');
    expect(text).toContain('/语料/سوق.md could not be read');
  });
});

describe('renderRestore', () => {
  it('says where what was there before is, and what to run next', () => {
    const report = { manifest, pagesWritten: 2, pagesUnchanged: 1, kept: ['/数据/desk.db.before-restore-1'] };
    const text = renderRestore(report, '/索引');
    expect(text).toContain('Pages: 2 written, 1 were as they should be.');
    expect(text).toContain('  /数据/desk.db.before-restore-1\nNext: npm run check -- --index /索引\n');
  });

  it('keeps quiet of what was there where there was nothing', () => {
    const report = { manifest, pagesWritten: 1, pagesUnchanged: 0, kept: [] };
    expect(renderRestore(report, '/索引')).not.toContain('before');
  });
});
