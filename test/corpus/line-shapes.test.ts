import { describe, expect, it } from 'vitest';
import { readByline } from '../../src/corpus/evidence/bylines.ts';
import { readDateline } from '../../src/corpus/evidence/datelines.ts';
import { lineShape } from '../../src/corpus/blocks/line-shapes.ts';

describe('readByline', () => {
  it.each([
    ['By Jane Doe', ['Jane Doe'], null],
    ['By Jane Doe and John O’Neil', ['Jane Doe', 'John O’Neil'], null],
    ['By Jane Doe, Coastwire', ['Jane Doe'], 'Coastwire'],
    ['Jane Doe, Staff Writer', ['Jane Doe'], null],
    ['*By Jane Doe | Harbour Post*', ['Jane Doe'], 'Harbour Post'],
    ['记者 刘一 李二 王小三', ['刘一', '李二', '王小三'], null],
    ['本报记者 张三 通讯员 李四', ['张三', '李四'], null],
    ['(记者 张三)', ['张三'], null],
    ['文/张三 图/李四', ['张三', '李四'], null],
    ['文・山田太郎', ['山田太郎'], null],
    ['【東京=山田太郎】', ['山田太郎'], null],
    ['山田太郎記者', ['山田太郎'], null],
    ['김철수 기자', ['김철수'], null],
    ['Por Inés Belloso y Ramiro Tudanca', ['Inés Belloso', 'Ramiro Tudanca'], null],
    ['Par Gaspard de la Tour', ['Gaspard de la Tour'], null],
    ['Von Änne Müller', ['Änne Müller'], null],
    ['Автор: Ефим Заозерцев', ['Ефим Заозерцев'], null],
    ['Иван Петров, корр. ТАСС', ['Иван Петров'], 'ТАСС'],
    ['كتب: ماجد الطيّاري', ['ماجد الطيّاري'], null],
    ['(Reuters)', [], 'Reuters'],
  ])('reads %s', (line, authors, agency) => {
    expect(readByline(line)).toEqual({ authors, agency });
  });

  it.each([
    'By the time the rain stopped, the road was gone',
    '记者了解到,大桥将于明年通车',
    'Por la tarde',
    'Von Montag an fährt er',
    'كتب الرجل رسالة طويلة إلى أخيه في المدينة',
  ])('does not take %s for one', (line) => {
    expect(readByline(line)).toBeNull();
  });
});

describe('readDateline', () => {
  it.each([
    ['本报讯(记者 张三)12月1日,', { place: null, agency: null, authors: ['张三'] }],
    ['新华社北京12月2日电 ', { place: '北京', agency: '新华社', date: { year: null, month: 12, day: 2 } }],
    ['澜声社岚浦4月17日电（记者 易长汀）', { place: '岚浦', agency: '澜声社', authors: ['易长汀'] }],
    ['山西日报讯(记者 李四)', { agency: '山西日报', authors: ['李四'] }],
    ['〔記者蘇映月／汐嶼報導〕', { authors: ['蘇映月'] }],
    [
      'MILLHAVEN, March 3 (Coastwire) — ',
      { place: 'MILLHAVEN', agency: 'Coastwire', date: { year: null, month: 3, day: 3 } },
    ],
    ['Hamburg (dpa) - ', { place: 'Hamburg', agency: 'dpa' }],
    ['MADRID, 3 mar (EFE).- ', { place: 'MADRID', agency: 'EFE' }],
    ['МОСКВА, 3 марта. /ТАСС/. ', { place: 'МОСКВА', agency: 'ТАСС' }],
    ['【北京=共同】', { place: '北京', agency: '共同' }],
    ['القاهرة (رويترز) - ', { place: 'القاهرة', agency: 'رويترز' }],
  ])('reads %s', (head, expected) => {
    expect(readDateline(`${head}and so the report goes on.`)).toMatchObject(expected);
  });

  it.each([
    'The council — all of it — voted no.',
    '记者从市交通局获悉,大桥通车。',
    'Twenty-three people (most of them young) - said so.',
  ])('finds none in %s', (text) => {
    expect(readDateline(text)).toBeNull();
  });
});

describe('lineShape', () => {
  it.each([
    ['见3版', 'jump-line'],
    ['(下转第4版)', 'jump-line'],
    ['continued on page 4', 'jump-line'],
    ['See SCHOOL, page A6', 'jump-line'],
    ['Continúa en la página 7', 'jump-line'],
    ['Suite en page 6', 'jump-line'],
    ['Fortsetzung auf Seite 4', 'jump-line'],
    ['Continua na página 3', 'jump-line'],
    ['Окончание на стр. 3', 'jump-line'],
    ['3面に続く', 'jump-line'],
    ['التتمة ص 3', 'jump-line'],
    ['图为通车现场。 李四 摄', 'caption'],
    ['Photo: The quay. (A. Pell/Chronicle)', 'caption'],
    ['写真：港を見下ろす展望台', 'caption'],
    ['На снимке: утро на вокзале', 'caption'],
    ['![The quay](quay.jpg)', 'caption'],
    ['责编:张三', 'furniture'],
    ['第3版', 'furniture'],
    ['Page 3', 'furniture'],
    ['* * *', 'furniture'],
    ['Wednesday, March 5, 2025', 'dateline'],
    ['2025年3月5日 星期三', 'dateline'],
    ['The bridge is open again', 'text'],
    ['大桥今天通车', 'text'],
    ['الجسر يفتح من جديد', 'text'],
  ])('takes %s for %s', (line, shape) => {
    expect(lineShape(line)).toBe(shape);
  });
});
