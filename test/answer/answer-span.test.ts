import { describe, expect, it } from 'vitest';
import { findAnswerSpans, markAnswer, meetsType } from '../../src/answer/answer-span.ts';
import { readQuestionType } from '../../src/text/question-type.ts';

function found(question: string, sentence: string, language: string): string[] {
  const spans = findAnswerSpans(readQuestionType(question, language), sentence, language);
  return spans.map(({ start, end }) => sentence.slice(start, end));
}

function marked(question: string, sentence: string, language: string): string | null {
  const span = markAnswer(question, readQuestionType(question, language), sentence, language);
  return span === null ? null : sentence.slice(span.start, span.end);
}

function meets(question: string, sentence: string, language: string): string {
  return meetsType(readQuestionType(question, language), sentence, question, language);
}

describe('markAnswer', () => {
  it.each([
    ['zh', '有多少人在青石桥事故中受伤？', '青石桥事故造成四十九名乘客受伤，另有3辆车受损。', '四十九名'],
    ['zh', '青石桥的改造花了多少钱？', '青石桥的改造花费3.2万元，历时两年。', '3.2万元'],
    ['zh', '青石鎮有多少個碼頭？', '青石鎮沿河共有十二個碼頭。', '十二個'],
    ['zh', '青石镇的投票率是多少？', '青石镇的投票率达到百分之六十三，比四年前高。', '百分之六十三'],
    [
      'ja',
      '白鳥橋の長さは何メートルですか。',
      '白鳥橋は長さが約850メートルで、二つの村を結ぶ。',
      '850メートル',
    ],
    [
      'en',
      'How many ferries serve Harrowmere island?',
      'Three ferries serve Harrowmere island every 20 minutes.',
      'Three',
    ],
    [
      'en',
      'How many people live in Harrowmere?',
      'About 12,400 people live in Harrowmere, which has 3 schools.',
      '12,400 people',
    ],
    [
      'en',
      'How much did the Oxley bridge cost?',
      'The Oxley bridge cost $4.5 million and took two years.',
      '$4.5 million',
    ],
    [
      'es',
      '¿Cuántas barcas se hundieron en Villaseca?',
      'En Villaseca se hundieron siete barcas y dos boyas.',
      'siete',
    ],
    [
      'fr',
      'Combien de maisons ont brûlé à Vaubrun ?',
      'À Vaubrun, vingt maisons ont brûlé en deux heures.',
      'vingt',
    ],
    [
      'de',
      'Wie viele Boote sanken vor Niederlauch?',
      'Vor Niederlauch sanken elf Boote und zwei Bojen.',
      'elf',
    ],
    ['ru', 'Сколько лодок затонуло у Староречья?', 'У Староречья затонуло семь лодок.', 'семь'],
    ['ar', 'كم قاربا غرق في وادي الزهر؟', 'غرق 7 قوارب في وادي الزهر صباح أمس.', '7'],
  ])('[%s] marks a number for "%s"', (language, question, sentence, answer) => {
    expect(marked(question, sentence, language)).toBe(answer);
  });

  it.each([
    ['zh', '青石桥是什么时候通车的？', '青石桥于2019年5月3日通车，全长850米。', '2019年5月3日'],
    ['zh', '白鷺圖書館建於哪一年？', '白鷺圖書館建於民國七十九年，現有員工12人。', '民國七十九年'],
    ['ja', '白鳥橋が開通したのはいつですか。', '白鳥橋は平成三年四月に開通した。', '平成三年四月'],
    [
      'en',
      'When did the Oxley bridge open?',
      'The Oxley bridge opened on 3 May 2019 after 40 weeks of work.',
      '3 May 2019',
    ],
    [
      'en',
      'In which century was the Oxley mill built?',
      'The Oxley mill was built in the 17th century.',
      'the 17th century',
    ],
    [
      'es',
      '¿Cuándo se inauguró el puente de Villaseca?',
      'El puente de Villaseca se inauguró el 3 de mayo de 2019.',
      '3 de mayo de 2019',
    ],
    [
      'fr',
      'Quand le phare de Vaubrun a-t-il été construit ?',
      'Le phare de Vaubrun a été construit en mai 1893.',
      'mai 1893',
    ],
    [
      'de',
      'Wann brannte die Mühle in Niederlauch?',
      'Die Mühle in Niederlauch brannte am 3. Mai 1893.',
      '3. Mai 1893',
    ],
    ['ru', 'Когда открыли мост у Староречья?', 'Мост у Староречья открыли 3 мая 2019 года.', '3 мая 2019'],
    ['ar', 'متى افتتح جسر وادي الزهر؟', 'افتتح جسر وادي الزهر في 3 مايو 2019.', '3 مايو 2019'],
  ])('[%s] marks a date for "%s"', (language, question, sentence, answer) => {
    expect(marked(question, sentence, language)).toBe(answer);
  });

  it.each([
    ['zh', '青石桥的修缮用了多久？', '青石桥的修缮用了十四个月，花费3万元。', '十四个月'],
    [
      'en',
      'How long did the Oxley repairs take?',
      'The Oxley repairs took fourteen months and 3 cranes.',
      'fourteen months',
    ],
    [
      'de',
      'Wie lange dauerte die Reparatur der Brücke?',
      'Die Reparatur der Brücke dauerte vier Monate.',
      'vier Monate',
    ],
    ['zh', '船长林小川多大年纪？', '现年五十二岁的船长林小川来自青石镇。', '五十二岁'],
    ['en', 'How old is captain Ona Bell?', 'Captain Ona Bell, 52, has sailed since 1990.', '52'],
    ['ru', 'Сколько лет было капитану?', 'Капитану было 52 года.', '52 года'],
  ])('[%s] marks a length of time or an age for "%s"', (language, question, sentence, answer) => {
    expect(marked(question, sentence, language)).toBe(answer);
  });

  it.each([
    ['zh', '谁发现了青石湖的沉船？', '青石湖的沉船是由退休教师李明川发现的。', '李明川'],
    ['zh', '哪位建築師設計了青石橋？', '青石橋由建築師安德烈·莫雷設計。', '安德烈·莫雷'],
    ['ja', '白鳥橋を設計したのは誰か。', '白鳥橋を設計したのは、田中健二である。', '田中健二'],
    ['en', 'Who designed the Oxley bridge?', 'The Oxley bridge was designed by Marta Quill.', 'Marta Quill'],
    [
      'es',
      '¿Quién diseñó el puente de Villaseca?',
      'El puente de Villaseca lo diseñó la arquitecta Ana Robledo.',
      'Ana Robledo',
    ],
    [
      'de',
      'Wer entwarf die Brücke in Niederlauch?',
      'Die Brücke in Niederlauch entwarf Jonas Wiesel.',
      'Jonas Wiesel',
    ],
    [
      'ru',
      'Кто построил мост у Староречья?',
      'Мост у Староречья построил инженер Олег Ветров.',
      'Олег Ветров',
    ],
  ])('[%s] marks a person for "%s"', (language, question, sentence, answer) => {
    expect(marked(question, sentence, language)).toBe(answer);
  });

  it.each([
    ['zh', '林小川船长出生在哪里？', '林小川船长出生在青石镇。', '青石镇'],
    ['zh', '白鷺號是在哪個國家建造的？', '白鷺號是在德國建造的。', '德國'],
    ['ja', '白鳥丸はどの国で造られたか。', '白鳥丸はノルウェーで造られた。', 'ノルウェー'],
    [
      'en',
      'In which country was the ferry built?',
      'The ferry was built in Norway by a yard on the coast.',
      'Norway',
    ],
    ['de', 'In welchem Land wurde die Fähre gebaut?', 'Die Fähre wurde in Norwegen gebaut.', 'Norwegen'],
    ['ru', 'В какой стране построили паром?', 'Паром построили в Норвегии.', 'Норвегии'],
  ])('[%s] marks a place for "%s"', (language, question, sentence, answer) => {
    expect(marked(question, sentence, language)).toBe(answer);
  });

  it.each([
    ['zh', '青石桥在2019年发生了多少起事故？', '青石桥在2019年关闭。', 'holds only what the question says'],
    [
      'en',
      'When in 2019 did the Oxley bridge close?',
      'The Oxley bridge closed in 2019.',
      'holds only what the question says',
    ],
    ['en', 'Who succeeded Marta Quill?', 'Marta Quill left.', 'holds only what the question says'],
    [
      'en',
      'How many ferries serve Harrowmere?',
      'Harrowmere has 4 mills and 9 wells.',
      'counts other things',
    ],
    ['zh', '青石桥花了多少钱？', '青石桥长850米，宽12米。', 'measures other things'],
    [
      'en',
      'When did the mill burn?',
      'In 1893 the mill burned, and the mill burned in 1901.',
      'has two dates as near',
    ],
    [
      'en',
      'Why was the bridge closed?',
      'The bridge was closed in 2019 by Marta Quill.',
      'no form tells a reason',
    ],
    ['ar', 'لماذا أغلق الجسر؟', 'أغلق الجسر في 3 مايو 2019.', 'no form tells a reason'],
    [
      'en',
      'When did the mill burn?',
      'Snow fell on the hills above the town all through 1893.',
      'is about something else',
    ],
  ])('[%s] marks nothing for "%s" in "%s", which %s', (language, question, sentence) => {
    expect(marked(question, sentence, language)).toBeNull();
  });
});

describe('findAnswerSpans', () => {
  it.each([
    ['en', 'When?', 'It ran from 1870 to 1939 and closed on Monday.', ['1870 to 1939', 'Monday']],
    ['zh', '什么时候？', '2019年5月至2020年1月施工，昨天结束。', ['2019年5月至2020年1月', '昨天']],
    ['en', 'How many?', 'Route 66 and the G-20 met 3rd on 5 May 2019.', ['66']],
    ['zh', '有多少？', '第三名来自三国时代，十分高兴。', []],
    ['en', 'Who?', 'The Northern Line, NATO and Mayor Ida Holm met.', ['Mayor Ida Holm']],
    ['ar', 'كم؟', 'حضر ١٢٠ شخصا.', ['١٢٠ شخصا']],
  ])('[%s] finds for "%s" in "%s"', (language, question, sentence, spans) => {
    expect(found(question, sentence, language)).toEqual(spans);
  });

  it('gives offsets inside the sentence, in order and without overlap', () => {
    const sentence = '😀 2019年5月3日，李明川在青石镇说，49名乘客花了3.2万元。';
    for (const question of ['什么时候？', '多少？', '谁？', '哪里？']) {
      let end = 0;
      for (const span of findAnswerSpans(readQuestionType(question, 'zh'), sentence, 'zh')) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(sentence.length);
    }
  });
});

describe('meetsType', () => {
  it.each([
    ['zh', '有多少人受伤？', '事故造成49人受伤。', 'yes'],
    ['zh', '有多少人受伤？', '事故发生在桥上。', 'no'],
    ['zh', '有多少人受伤？', '桥长850米。', 'unknown'],
    ['en', 'When did the ferry sink?', 'The ferry sank in May 2019.', 'yes'],
    ['en', 'When did the ferry sink?', 'The ferry sank quickly.', 'no'],
    ['en', 'Who sank the ferry in 2019?', 'In 2019 it sank.', 'no'],
    ['ja', '橋が開通したのはいつですか。', '橋は白い。', 'no'],
    ['ar', 'من عثر على الحطام؟', 'عثر عليه صياد.', 'unknown'],
    ['ar', 'متى افتتح الجسر؟', 'افتتح الجسر سريعا.', 'no'],
    ['en', 'Why was the bridge closed?', 'It was unsafe.', 'unknown'],
    ['ru', 'Когда открыли мост?', 'Мост открыли в 2019 году.', 'yes'],
  ])('[%s] "%s" – "%s": %s', (language, question, sentence, expected) => {
    expect(meets(question, sentence, language)).toBe(expected);
  });

  it('is linear on hostile sentences', () => {
    const hostile = [
      '1',
      '1,',
      'A. ',
      'Aa de ',
      '一',
      '中国',
      '阿·',
      '田中',
      '1年1月',
      'ten ',
      '1 to ',
      'القرن ',
    ];
    for (const language of ['zh', 'ja', 'en', 'ru', 'ar'])
      for (const part of hostile)
        for (const question of ['多少？', 'how many?', 'いつ', 'who?', 'где?', 'متى'])
          expect(meets(question, part.repeat(2_000), language)).toBeTypeOf('string');
  });
});
