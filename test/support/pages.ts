/** A page of one article, as corpus/README.md describes it. */
export function formPage(facts: Readonly<Record<string, string>>, ...paragraphs: readonly string[]): string {
  const head = Object.entries(facts).map(([key, value]) => `${key}: ${value}`);
  return ['---', ...head, '---', '', paragraphs.join('\n\n'), ''].join('\n');
}

/** Three articles in three scripts; the invented places are of no other test corpus. */
export const tinyCorpus = {
  'ferry.md': formPage(
    { title: 'Ferry returns to Osk', source: 'Osk Gazette', date: '2025-03-04', language: 'en' },
    'The old ferry sails again on Monday. A single ticket costs nine crowns.',
    'The harbour master, Ida Brandvold, said the engine had been replaced.',
  ),
  'zh/bridge.md': formPage(
    { title: '青崖大桥通车', source: '青崖日报', date: '2025-04-01', language: 'zh' },
    '青崖大桥昨天正式通车。大桥全长三百二十米。',
    '市长林若水说，两岸居民过江只要五分钟。',
  ),
  'ar/market.txt': formPage(
    { title: 'سوق نوران يفتح أبوابه', source: 'صدى نوران', date: '2025-05-09', language: 'ar' },
    'فتح سوق نوران القديم أبوابه أمس. يضم السوق أربعين متجرا.',
  ),
} as const;
