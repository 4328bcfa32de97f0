import { describe, expect, it } from 'vitest';
import { chunkTerms, contentTerms, questionTerms } from '../../src/text/terms.ts';
import { randomText, seededRandom } from './random-text.ts';

/** What FTS5's ascii tokenizer with `tokenchars '._%'` leaves whole. */
const wholeToken = /^(?:[a-z0-9._%]|[^\x00-\x7f\s])+$/u;

describe('chunkTerms', () => {
  it.each([
    ['Chinese', '小学组', ['小', '学', '组', '小学', '学组']],
    ['Traditional Chinese', '臺灣', ['台', '湾', '台湾']],
    ['Chinese with a number', '第49名', ['第', '49', '名']],
    ['Japanese', '東京の', ['东', '京', 'の', '东京', '京の']],
    ['Korean', '서울', ['서', '울', '서울']],
    ['Thai, by clusters', 'ที่นี่', ['ที่นี่']],
    ['English', 'Café is', ['cafe', '_.caf', '_cafe', '_afe.', 'is', '_.is.', '_cafe_is']],
    ['Russian', 'дом', ['дом', '_.дом', '_дом.']],
    ['an abbreviation', 'U.S.', ['us', '_.us.']],
    ['a grouped decimal', '1,234.5', ['1234.5']],
    ['a percentage', '29.88 %', ['29.88', '29.88%']],
    ['full width', '４９％', ['49', '49%']],
    ['Arabic digits', '٤٩', ['49']],
    ['emoji', '😀🎉', []],
  ])('cuts %s', (_what, text, terms) => {
    expect(chunkTerms(text)).toEqual(terms);
  });

  it.each([
    ['四十九名', '49名'],
    ['三万二千人', '3.2万人'],
    ['三万二千人', '32,000 people'],
    ['二〇二三年', '2023'],
    ['百分之十二', '12%'],
    ['２９．８８', '29.88'],
    ['٢٠٢٣', '2023'],
  ])('gives %s and %s a number in common', (left, right) => {
    const numbersOf = (text: string) =>
      questionTerms(text).filter((term) => /^\d/.test(term) && term.length > 1);
    expect(numbersOf(left).some((term) => numbersOf(right).includes(term))).toBe(true);
  });

  it('repeats a term as often as it occurs', () => {
    expect(chunkTerms('dom dom').filter((term) => term === 'dom')).toHaveLength(2);
  });

  it('only makes terms that the full-text tokenizer keeps whole', () => {
    const random = seededRandom(2);
    for (let round = 0; round < 2000; round++) {
      for (const term of chunkTerms(randomText(random, 60))) {
        expect(term).toMatch(wholeToken);
        expect(term).toBe(term.toLowerCase());
      }
    }
  });
});

describe('questionTerms', () => {
  it.each(['好好好', 'dom dom dom', 'кто кто'])('lists each term of "%s" once', (question) => {
    const terms = questionTerms(question);
    expect(new Set(terms).size).toBe(terms.length);
    expect(new Set(terms)).toEqual(new Set(chunkTerms(question)));
  });
});

describe('contentTerms', () => {
  it.each([
    ['小学组一等奖是谁拿的', ['小学', '一等', '等奖'], ['谁', '的', '是']],
    ['有多少人參加馬拉松？', ['马拉', '拉松'], ['多', '少', '多少']],
    ['Who won the mayoral election?', ['won', 'mayoral', 'election'], ['who', 'the', '_.who']],
    ['¿Cuántos heridos hubo en Valdeluz?', ['heridos', 'valdeluz'], ['cuantos', 'hubo', 'en']],
    ['東京マラソンで優勝したのは誰ですか？', ['东京', '优胜'], ['谁', 'で', 'すか']],
    ['대통령은 언제 연설했나요?', ['대통', '통령', '연설'], ['언', '언제', '은']],
    ['Сколько человек погибло?', ['человек', 'погибло'], ['сколько']],
    ['من هو رئيس الوزراء؟', ['رييس', 'الوزراء'], ['من', 'هو']],
    ['Qui a gagné ?', ['gagne'], ['qui', 'a']],
    ['Wie viele Tote gab es?', ['tote'], ['wie', 'viele', 'gab']],
    ['Quantas pessoas morreram?', ['pessoas', 'morreram'], ['quantas']],
  ])('keeps of "%s" what an answer repeats', (question, kept, dropped) => {
    const terms = contentTerms(question);
    expect(terms).toEqual(expect.arrayContaining(kept));
    expect(terms.filter((term) => dropped.includes(term))).toEqual([]);
  });

  it.each(['谁？', 'Who?', 'Кто?'])(
    'keeps everything of "%s", which asks and says nothing else',
    (question) => {
      expect(contentTerms(question)).toEqual(questionTerms(question));
    },
  );
});
