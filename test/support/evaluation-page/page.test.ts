import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { SetMeasurement } from '../set-evaluation.ts';
import type { QuestionRecord } from '../set-records.ts';
import type { WorstQuestion } from '../set-worst.ts';
import { el, escapeText, idOf, keepMarkup } from './markup.ts';
import { readPageSections, replacePageSection } from './page.ts';
import { renderSetSection } from './set-section.ts';
import type { SectionOptions } from './set-section.ts';

const hostile = `</td><script>window.hacked=1</script><img src=x onerror="hacked=1">'"&<!-- end: set 汉语 --> ‮مرحبا`;

/** Five questions in two rows: right, wrong and refused ones, and one that nothing answers. */
const records: readonly QuestionRecord[] = [
  { id: 'q0', isAnswerable: true, confidence: 0.96, isRight: true, rank: 1, tookMs: 12 },
  { id: 'q1', isAnswerable: true, confidence: 0.91, isRight: true, rank: 1, tookMs: 15 },
  { id: `q2${hostile}`, isAnswerable: true, confidence: 0.72, isRight: false, rank: 3, tookMs: 18 },
  { id: 'q3', isAnswerable: true, confidence: 0.02, isRight: false, rank: 'not found', tookMs: 40 },
  { id: 'q4', isAnswerable: false, confidence: 0.41, isRight: false, rank: 'unknown', tookMs: 300 },
];

const worst: WorstQuestion = {
  ...{ id: `q2${hostile}`, isAnswerable: true, confidence: 0.72, isRight: false, rank: 3, tookMs: 18 },
  question: `大桥何时通车？${hostile}`,
  answers: [`三月${hostile}`],
  firstQuote: `五月。${hostile}`,
  passages: [
    {
      ...{ rank: 3, id: `p${hostile}`, title: `Bridge ${hostile}`, text: `三月通车。${hostile}` },
      ...{ isRight: true, score: 0.5, chunk: 0.4, best: 0.6, terms: 0 },
    },
  ],
  intercept: -3,
  evidence: [
    { name: 'sentence', value: 0.6, adds: 5 },
    { name: 'chunk', value: 0.4, adds: -1.06 },
  ],
};

function measurement(set: string): SetMeasurement {
  const figures = { from: 'zh', to: 'zh', questions: 5, r1: 0.5, auroc: 0.7 };
  const across = { ...figures, to: 'en', r1: 0.4 };
  return {
    figures: {
      ...{ set, half: 'all' as const },
      rows: [
        { ...figures, r1: 0.75, msP50: 18 },
        { ...across, msP50: 18 },
      ],
      baselines: { bm25: [figures, across], dense: [figures, across], rrf: [figures, across] },
    },
    details: [
      { from: 'zh', to: 'zh', records, worst: [{ fault: 'wrong', total: 7, questions: [worst] }] },
      { from: 'zh', to: 'en', records: records.slice(0, 3), worst: [] },
    ],
  };
}

const options: SectionOptions = {
  madeOn: '2025-03-04',
  rows: { cross: true, langs: ['zh'] },
  hasTexts: true,
};

function render(set: string, given: Partial<SectionOptions> = {}, before = ''): string {
  return replacePageSection(
    before,
    `set ${set}`,
    renderSetSection(measurement(set), { ...options, ...given }),
  );
}

/** As a browser has it; every element is asked for by selector. */
function parse(page: string) {
  const { document } = parseHTML(page);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const textsOf = (selector: string): string[] => all(selector).map(({ textContent }) => textContent);
  return { document, all, textsOf };
}

describe('the page', () => {
  const page = render('汉语');
  const { document, all, textsOf } = parse(page);

  it('needs nothing but itself: no script, no address, no handler, and a policy against them', () => {
    expect(all('script, link, img, iframe, object, embed, base, [style], [src], [srcdoc]')).toEqual([]);
    expect(all('style')).toHaveLength(1);
    expect(textsOf('style').join('')).not.toMatch(/url\(|@import|https?:/);
    const attributes = all('*').flatMap(({ attributes: own }) => [...own].map(({ name }) => name));
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
    expect(all('a').map((link) => link.getAttribute('href'))).toEqual([`#${idOf('set 汉语')}`]);
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    ).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  it('says how it was made', () => {
    expect(textsOf('section > p code')).toEqual([
      'npm run evaluate -- --set …/汉语 --langs zh --cross --report docs/evaluation.html',
    ]);
    expect(textsOf('section > p')[0]).toContain('on 2025-03-04. All questions');
  });

  it('has the table against the baselines, the best of a column and row in bold', () => {
    const [table] = all('section > .table table');
    expect([...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)).toHaveLength(8);
    expect([...(table?.querySelectorAll('strong') ?? [])].map((cell) => cell.textContent)).toEqual(['.750']);
    expect(table?.querySelector('tbody tr')?.textContent).toBe('zhzhnewsquote5.750.70018.0');
  });

  it('names every table, column and row for those who hear it', () => {
    expect(all('table').length).toBeGreaterThan(5);
    for (const table of all('table')) {
      expect(table.querySelector('caption')?.textContent).not.toBe('');
      expect(
        [...table.querySelectorAll('thead th')].every((cell) => cell.getAttribute('scope') === 'col'),
      ).toBe(true);
      const rows = [...table.querySelectorAll('tbody tr')];
      expect(rows.every((row) => row.querySelector('th[scope="row"]') !== null)).toBe(true);
    }
  });

  it('draws diagrams that have a name and a description, and no two elements of one id', () => {
    // Quotes and answerability with two diagrams each and the times for the first row; the second has no question without an answer.
    expect(textsOf('figure h4')).toEqual([
      ...['Reliability', 'Risk and coverage', 'Reliability', 'Risk and coverage', 'Time of an answer'],
      ...['Reliability', 'Risk and coverage', 'Time of an answer'],
    ]);
    const ids = all('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const chart of all('svg')) {
      expect(chart.getAttribute('role')).toBe('img');
      for (const [attribute, child] of [
        ['aria-labelledby', 'title'],
        ['aria-describedby', 'desc'],
      ] as const)
        expect(chart.querySelector(child)?.id).toBe(chart.getAttribute(attribute));
    }
    for (const section of all('[aria-labelledby]:not(svg)'))
      expect(ids).toContain(section.getAttribute('aria-labelledby'));
  });

  it('draws what was counted', () => {
    const [reliability, , , , latency] = all('figure');
    expect([...(reliability?.querySelectorAll('.counts rect') ?? [])]).toHaveLength(4);
    expect(
      [...(reliability?.querySelectorAll('tbody tr') ?? [])].map((row) =>
        [...row.children].slice(0, 4).map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['0.0 to 0.1', '1', '.020', '.000'],
      ['0.4 to 0.5', '1', '.410', '.000'],
      ['0.7 to 0.8', '1', '.720', '.000'],
      ['0.9 to 1.0', '2', '.935', '1.000'],
    ]);
    // (.02 + .41 + .72 + 2 · .065) / 5, and the mean of the squares.
    expect(reliability?.querySelector('figcaption')?.textContent).toContain(
      'Expected calibration error .256, Brier score .139.',
    );
    expect(latency?.querySelector('figcaption')?.textContent).toContain(
      'p50 18.0 ms, p90 300.0 ms, p99 300.0 ms.',
    );
  });

  it('draws nothing outside the chart', () => {
    for (const chart of all('svg')) {
      const [, , width = 0, height = 0] = (chart.getAttribute('viewBox') ?? '').split(' ').map(Number);
      const numbers = (names: readonly string[]): number[] =>
        names.flatMap((name) =>
          [...chart.querySelectorAll(`[${name}]`)].map((each) => Number(each.getAttribute(name))),
        );
      for (const x of numbers(['x', 'x1', 'x2', 'cx'])) expect(x >= 0 && x <= width).toBe(true);
      for (const y of numbers(['y', 'y1', 'y2', 'cy'])) expect(y >= 0 && y <= height).toBe(true);
    }
  });

  it('explains the worst questions', () => {
    expect(textsOf('h5')).toEqual(['Sure and wrong: the first quote holds no answer (7, 1 shown)']);
    expect(textsOf('.question summary')).toEqual([
      `q2${hostile}: confidence .720, the passage that answers at rank 3`,
    ]);
    expect(textsOf('.question dd')).toEqual([
      ...[`大桥何时通车？${hostile}`, `三月${hostile}`, `五月。${hostile}`, `三月通车。${hostile}`],
    ]);
    expect(all('.question dd').map((text) => text.getAttribute('lang'))).toEqual(['zh', 'zh', 'zh', 'zh']);
    expect(textsOf('.question table:last-of-type tbody tr')).toEqual([
      `3p${hostile} Bridge ${hostile}yes0.5000.4000.6000.000`,
      ...['start−3.00', 'sentence0.600+5.00', 'chunk0.400−1.06', 'together+0.94'],
    ]);
  });
});

describe('hostile texts', () => {
  it('stay texts wherever they stand, the name of the set included', () => {
    const name = hostile.replaceAll('/', '∕');
    const page = render(name);
    const { all, textsOf } = parse(page);
    expect(all('script, img')).toEqual([]);
    expect(textsOf('section > h2')).toEqual([`Question set ${name}`]);
    expect([...readPageSections(page).keys()]).toEqual([`set ${name}`]);
    expect(page).not.toContain('<script');
  });

  it.each([
    ['<b>"x" & \'y\'</b>', '&#60;b&#62;&#34;x&#34; &#38; &#39;y&#39;&#60;/b&#62;'],
    ['汉语 עברית 👋', '汉语 עברית 👋'],
  ])('%s is escaped', (text, wanted) => {
    expect(escapeText(text)).toBe(wanted);
    expect(el('b', { title: text }, text).html).toBe(`<b title="${wanted}">${wanted}</b>`);
  });

  it('become ids that are no others', () => {
    const ids = ['a b', 'a_b', 'a.b', 'a-b', '汉', '汉语', ''].map((text) => idOf('set', text));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\w.-]+$/);
  });
});

describe('a page without texts', () => {
  it('has ids and figures, and no word of the set', () => {
    const { all, textsOf, document } = parse(render('汉语', { hasTexts: false }));
    expect(all('.question dl')).toEqual([]);
    expect(document.body.textContent).not.toMatch(/Bridge|大桥|三月|五月/);
    expect(textsOf('.question th[scope="row"]')).toContain(`p${hostile}`);
    expect(textsOf('section > p code').join('')).toContain('--without-texts');
    expect(all('[data-texts="left out"]')).toHaveLength(1);
  });
});

describe('a second run', () => {
  const first = render('汉语');

  it('adds a section, and keeps the others as they are', () => {
    const both = render('xquad', {}, first);
    expect([...readPageSections(both).keys()]).toEqual(['set 汉语', 'set xquad']);
    expect(readPageSections(both).get('set 汉语')).toEqual(readPageSections(first).get('set 汉语'));
    expect(parse(both).textsOf('nav a')).toEqual(['set 汉语', 'set xquad']);
  });

  it('replaces the section of its own name, in its place', () => {
    const both = render('xquad', {}, first);
    const again = render('汉语', { madeOn: '2025-04-05' }, both);
    expect([...readPageSections(again).keys()]).toEqual(['set 汉语', 'set xquad']);
    expect(again).toBe(both.replace('2025-03-04', '2025-04-05'));
  });

  it('leaves a page alone that is not of its making, or torn', () => {
    const section = keepMarkup('new');
    expect(() => replacePageSection('<!doctype html><p>Mine</p>', 'x', section)).toThrow(RangeError);
    expect(() => replacePageSection(first.replace('<!-- end: set 汉语 -->', ''), 'x', section)).toThrow(
      RangeError,
    );
  });
});
