import { describe, expect, it } from 'vitest';
import { readQuestionType } from '../../src/text/question-type.ts';

describe('readQuestionType', () => {
  it.each([
    ['zh', '有多少人参加了青石桥的集会？', 'count', 'people'],
    ['zh', '新堤坝全长多少公里？', 'count', 'length'],
    ['zh', '青石镇的失业率是多少？', 'count', 'percent'],
    ['zh', '修桥一共花了多少钱？', 'count', 'money'],
    ['zh', '白鹭湖的面积有多大？', 'count', 'area'],
    ['zh', '青石镇有几个码头？', 'count', null],
    ['zh', '這座圖書館有多少名員工？', 'count', 'people'],
    ['zh', '她在決賽中排名第幾？', 'count', 'rank'],
    ['ja', '集会には何人が参加しましたか。', 'count', 'people'],
    ['ja', '新しい橋の長さは何メートルですか。', 'count', 'length'],
    ['ja', '工事費はいくらですか。', 'count', 'money'],
    ['ja', '白鳥村の人口は？', 'count', 'people'],
    ['en', 'How many people came to the meeting in Harrowmere?', 'count', 'people'],
    ['en', 'How much did the new bridge cost?', 'count', 'money'],
    ['en', 'What percentage of voters stayed at home?', 'count', 'percent'],
    ['en', 'How high is the dam above Oxley?', 'count', 'length'],
    ['en', 'How many square miles of forest burned?', 'count', 'area'],
    ['en', 'How many ferries serve the island?', 'count', null],
    ['es', '¿Cuántos kilómetros mide el canal de Villaseca?', 'count', 'length'],
    ['es', '¿Cuánto dinero costó el puente?', 'count', 'money'],
    ['es', '¿Cuántas barcas se hundieron?', 'count', null],
    ['fr', 'Combien de personnes ont quitté Vaubrun ?', 'count', 'people'],
    ['fr', 'Quel pourcentage des électeurs a voté ?', 'count', 'percent'],
    ['de', 'Wie viele Einwohner hat Niederlauch?', 'count', 'people'],
    ['de', 'Wie viel Prozent der Stimmen bekam die Liste?', 'count', 'percent'],
    ['ru', 'Сколько человек пришло на площадь?', 'count', 'people'],
    ['ru', 'Какова площадь заповедника?', 'count', 'area'],
    ['ar', 'كم عدد السكان في وادي الزهر؟', 'count', 'people'],
    ['ar', 'كم سفينة غادرت الميناء؟', 'count', null],
  ])('[%s] "%s" asks for a %s of %s', (language, question, kind, unit) => {
    expect(readQuestionType(question, language)).toMatchObject({ kind, unit });
  });

  it.each([
    ['zh', '大桥是什么时候通车的？', null],
    ['zh', '青石镇图书馆建于哪一年？', 'year'],
    ['zh', '工程於西元幾年完工？', 'year'],
    ['zh', '会议几点开始？', 'time'],
    ['ja', '橋が開通したのはいつですか。', null],
    ['ja', '白鳥村ができたのは何年か。', 'year'],
    ['en', 'When did the ferry sink?', null],
    ['en', 'In what year was the Harrowmere library founded?', 'year'],
    ['en', 'In which century was the mill built?', 'century'],
    ['es', '¿Cuándo se hundió el transbordador?', null],
    ['es', '¿En qué año se fundó Villaseca?', 'year'],
    ['fr', 'Quand le pont a-t-il rouvert ?', null],
    ['fr', 'En quelle année le phare a-t-il été construit ?', 'year'],
    ['de', 'Wann wurde die Brücke gesperrt?', null],
    ['de', 'In welchem Jahr brannte die Mühle?', 'year'],
    ['ru', 'Когда открыли мост?', null],
    ['ru', 'В каком году построили маяк?', 'year'],
    ['ar', 'متى افتتح الجسر؟', null],
    ['ar', 'في أي عام بنيت المنارة؟', 'year'],
  ])('[%s] "%s" asks for a date, its part %s', (language, question, grain) => {
    expect(readQuestionType(question, language)).toMatchObject({ kind: 'date', grain });
  });

  it.each([
    ['zh', '谁发现了沉船？', 'person'],
    ['zh', '哪位教授反對這項計畫？', 'person'],
    ['zh', '沉船是在哪里发现的？', 'place'],
    ['zh', '桥为什么关闭？', 'reason'],
    ['zh', '堤坝修了多久？', 'duration'],
    ['zh', '船长多大年纪？', 'age'],
    ['zh', '村民是怎样过河的？', 'manner'],
    ['zh', '船上有救生衣吗？', 'yes-no'],
    ['zh', '哪家公司修了这座桥？', 'organisation'],
    ['ja', '沈没船を見つけたのは誰か。', 'person'],
    ['ja', '沈没船はどこで見つかったか。', 'place'],
    ['ja', '橋はなぜ閉じられたのか。', 'reason'],
    ['ja', '船長は何歳ですか。', 'age'],
    ['en', 'Who found the wreck?', 'person'],
    ['en', 'Which professor opposed the plan?', 'person'],
    ['en', 'When the ferry sank, who was on the bridge?', 'person'],
    ['en', 'In which city was the captain born?', 'place'],
    ['en', 'How long did the repairs take?', 'duration'],
    ['en', 'How old is the captain?', 'age'],
    ['en', 'Why was the bridge closed?', 'reason'],
    ['en', 'How did the villagers cross the river?', 'manner'],
    ['en', 'What company built the dam?', 'organisation'],
    ['en', 'What did the mayor promise?', 'other'],
    ['es', '¿Quién encontró el barco?', 'person'],
    ['es', '¿Dónde encontraron el barco?', 'place'],
    ['es', '¿Cuántos años tenía la capitana?', 'age'],
    ['fr', 'Qui a trouvé l’épave ?', 'person'],
    ['fr', 'Où a-t-on trouvé l’épave ?', 'place'],
    ['fr', 'Pourquoi le pont est-il fermé ?', 'reason'],
    ['de', 'Wer hat das Wrack gefunden?', 'person'],
    ['de', 'Wie lange dauerte die Reparatur?', 'duration'],
    ['de', 'Warum ist die Brücke gesperrt?', 'reason'],
    ['ru', 'Кто нашёл обломки?', 'person'],
    ['ru', 'Где нашли обломки?', 'place'],
    ['ru', 'Сколько лет было капитану?', 'age'],
    ['ar', 'من عثر على الحطام؟', 'person'],
    ['ar', 'أين عثر على الحطام؟', 'place'],
    ['ar', 'لماذا أغلق الجسر؟', 'reason'],
    ['th', 'ใครพบซากเรือ', 'other'],
  ])('[%s] "%s" asks for a %s', (language, question, kind) => {
    expect(readQuestionType(question, language).kind).toBe(kind);
  });

  it('tells a country from a city', () => {
    expect(readQuestionType('白鹭湖在哪个国家？', 'zh').place).toBe('country');
    expect(readQuestionType('Which city hosted the fair?', 'en').place).toBe('city');
    expect(readQuestionType('Где прошла ярмарка?', 'ru').place).toBeNull();
  });

  it('keeps the things that are counted', () => {
    expect(readQuestionType('How many ferries serve the island?', 'en').counted[0]).toBe('ferries');
    expect(readQuestionType('青石镇有几座桥？', 'zh').counted).toEqual(['座桥']);
  });

  it.each(['how many '.repeat(5_000), '哪'.repeat(50_000), '1'.repeat(50_000), '¿'.repeat(50_000), ''])(
    'reads a hostile question in bounded time',
    (question) => {
      for (const language of ['zh', 'ja', 'en', 'es', 'fr', 'de', 'ru', 'ar'])
        expect(readQuestionType(question, language).kind).toBeTypeOf('string');
    },
  );
});
