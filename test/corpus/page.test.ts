import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/corpus/page.ts';
import { makeRandom } from '../support/random.ts';

function kindsOf(text: string, file = 'a-2025-03-04.md'): string[] {
  return readBlocks({ file, text }).map(({ kind }) => kind);
}

const long = {
  en: 'The council voted on Monday to keep the harbour baths open through the winter, after a campaign of ten weeks.',
  zh: '市气象台昨日发布暴雨黄色预警,受低压东移影响,预计今天白天到夜间有大到暴雨,沿海阵风八级,请市民尽量减少外出。',
  ja: '市は十五日、港と山頂を結ぶ路線バスを一日八往復走らせると発表した。所要時間は二十五分で、運賃は片道五百二十円とする。',
  ar: 'أعلنت البلدية صباح اليوم افتتاح محطة تحلية المياه الجديدة في المدينة بعد أعمال استمرت أكثر من عامين كاملين.',
};

describe('readBlocks', () => {
  it.each([
    [
      'English, marked up',
      `# Baths stay open\n\nBy Jane Doe\n\n${long.en}\n`,
      ['headline', 'byline', 'body'],
    ],
    ['English, plain', `Baths stay open\n\nBy Jane Doe\n\n${long.en}\n`, ['headline', 'byline', 'body']],
    [
      'Chinese',
      `## 今明两天有暴雨\n\n市领导到场\n\n记者 张三 李四\n\n${long.zh}\n`,
      ['headline', 'subtitle', 'byline', 'body'],
    ],
    [
      'a kicker above',
      `变废为宝 吃干榨尽\n\n## 固废有了去处\n\n记者 张三\n\n${long.zh}\n`,
      ['kicker', 'headline', 'byline', 'body'],
    ],
    ['a photo', `## 大桥通车\n\n图为通车现场。 李四 摄\n\n${long.zh}\n`, ['headline', 'caption', 'body']],
    [
      'a reference',
      `# 长三角一体化纪事\n\n见3版\n\n## 暴雨\n\n${long.zh}\n`,
      ['headline', 'jump-line', 'headline', 'body'],
    ],
    ['Japanese', `# ロープウエー廃止へ\n\n文・真壁しおり\n\n${long.ja}\n`, ['headline', 'byline', 'body']],
    ['Arabic', `# محطة جديدة\n\nكتب: ليان الغدراني\n\n${long.ar}\n`, ['headline', 'byline', 'body']],
    ['front matter', `---\ntitle: A\n---\n\n${long.en}\n`, ['front-matter', 'body']],
    [
      'furniture',
      `Page 3\n\n# Baths\n\n${long.en}\n\n- 4 -\n`,
      ['furniture', 'headline', 'body', 'furniture'],
    ],
    ['a setext heading', `Baths stay open\n===\n\n${long.en}\n`, ['headline', 'body']],
    ['nothing', ' \n\n', ['blank']],
    ['nothing at all', '', []],
  ])('reads %s', (_, text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  it('takes wrapped lines for one paragraph and an indented line for a new one', () => {
    const text =
      'The harbour board met on Monday\nnight and voted to keep the old\nferry running until the spring.\n  The next meeting will be held\nin May.\n';
    expect(readBlocks({ file: 'a.txt', text }).map(({ lines }) => lines)).toEqual([
      [1, 3],
      [4, 5],
    ]);
  });

  it('knows a pull quote by the words it repeats', () => {
    const text = `# Baths\n\n${long.en} “We shall swim here all winter”, said one.\n\n> We shall swim here all winter\n\n${long.en.replace('Monday', 'Friday')}\n`;
    expect(kindsOf(text)).toEqual(['headline', 'body', 'pull-quote', 'body']);
  });

  it('gives every character to exactly one block, whatever the text', () => {
    const random = makeRandom(7);
    const pieces = [
      '# Title\n',
      '\n',
      'By Jane Doe\n',
      `${long.en}\n`,
      `${long.zh}\r\n`,
      '图为现场。 李四 摄\n',
      '---\n',
      '> quote\n',
      '  \t\n',
      '见3版\n',
      '\u2028',
      'a',
      '\r',
    ];
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: random.between(0, 20) }, () => random.pick(pieces)).join('');
      const blocks = readBlocks({ file: 'a.md', text });
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const block of blocks) expect(text.slice(block.textStart).startsWith(block.text)).toBe(true);
    }
  });

  it('reads 1 MB of adversarial lines in time that grows with their length only', () => {
    const hostile = [
      '**'.repeat(200),
      '[['.repeat(200),
      '（记者 '.repeat(60),
      'Mr. '.repeat(60),
      '“'.repeat(300),
      '1月'.repeat(100),
      '#'.repeat(300),
      '- '.repeat(150),
    ];
    const page = (repeats: number): string =>
      Array.from({ length: repeats }, (_, at) => hostile[at % hostile.length]).join('\n\n');
    const time = (text: string): number => {
      const start = performance.now();
      readBlocks({ file: 'a.md', text });
      return performance.now() - start;
    };
    time(page(200));
    const small = time(page(500));
    expect(time(page(4000))).toBeLessThan(Math.max(400, small * 40));
  });
});
