import { describe, expect, it } from 'vitest';
import { countSpans } from '../../../src/preview/archive/overview.ts';
import { openPreview } from '../support/open-preview.ts';
import { surveyArchive } from '../../../src/preview/archive/overview.ts';
import { formPage } from '../../support/pages.ts';

const on = (publishedOn: string | null, source = '甲') => ({
  articleId: `${publishedOn ?? ''}${source}`,
  title: '',
  source,
  publishedOn,
  language: 'zh',
});

describe('countSpans', () => {
  it('counts by day and source, days without articles too', () => {
    const articles = [on('2026-02-27'), on('2026-02-27', 'ب'), on('2026-03-01'), on('2026-03-01')];
    expect(countSpans(articles, ['甲', 'ب'])).toEqual([
      { name: '2026-02-27', since: '2026-02-27', until: '2026-02-27', counts: [1, 1] },
      { name: '2026-02-28', since: '2026-02-28', until: '2026-02-28', counts: [0, 0] },
      { name: '2026-03-01', since: '2026-03-01', until: '2026-03-01', counts: [2, 0] },
    ]);
  });

  it.each([
    ['2026-01-01', '2026-03-03', 10, 62],
    ['2026-01-01', '2026-03-04', 7, 3],
    ['2024-02-29', '2026-01-31', 7, 24],
    ['1990-12-31', '2026-01-01', 4, 37],
    ['1850-01-01', '2026-01-01', 4, 62],
  ])('is as fine as fits from %s to %s', (first, last, nameLength, count) => {
    const spans = countSpans([on(first), on(last)], ['甲']);
    expect([spans[0]?.name.length, spans.length]).toEqual([nameLength, count]);
    expect(spans.at(-1)?.counts).toEqual([1]);
  });

  it('ends a month on its last day', () => {
    const spans = countSpans([on('2024-01-15'), on('2024-12-15')], ['甲']);
    expect(spans[1]).toMatchObject({ since: '2024-02-01', until: '2024-02-29' });
    expect(spans.at(-1)).toMatchObject({ since: '2024-12-01', until: '2024-12-31' });
  });

  it.each([[[]], [[on(null)]]])('is empty where nothing has a date', (articles) => {
    expect(countSpans(articles, ['甲'])).toEqual([]);
  });
});

describe('surveyArchive', () => {
  it('counts the near-copies of a report, and the feeds with their health', async () => {
    const report = ['The old ferry sails again on Monday after a winter of repairs in the yard of Osk.'];
    const more = 'A single ticket costs nine crowns, said the harbour master, Ida Brandvold, to the paper.';
    const preview = await openPreview({
      'a.md': formPage({ title: 'Ferry returns', source: 'A', date: '2026-03-04' }, ...report, more),
      'b.md': formPage({ title: 'Old ferry is back', source: 'B', date: '2026-03-05' }, ...report, more),
      'c.md': formPage({ title: '大桥通车', source: 'C', date: '2026-03-05' }, '青崖大桥昨天正式通车。'),
    });
    const feed = { id: 'f', url: 'https://a.example/f', name: 'A', announceChannelId: null, topic: null };
    await preview.bot.desk.addFeed({ ...feed, guildId: null, byUserId: '1', at: 1 });
    const overview = await surveyArchive(preview);
    expect(overview.nearCopies).toEqual({ articles: 2, stories: 1 });
    expect(overview.feeds).toEqual([
      { name: 'A', url: feed.url, isPaused: false, failures: 0, lastError: null, lastSuccessAt: null },
    ]);
  });
});
