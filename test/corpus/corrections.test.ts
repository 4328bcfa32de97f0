import { describe, expect, it } from 'vitest';
import { findCorrected, readNotice } from '../../src/corpus/corrections.ts';
import type { Correctable } from '../../src/corpus/corrections.ts';

const make = (id: string, change: Partial<Correctable>): Correctable => ({
  id,
  title: id,
  kicker: null,
  publishedOn: '2026-03-01',
  url: null,
  body: 'Text.',
  ...change,
});

describe('readNotice', () => {
  it.each([
    'Correction',
    'CORRECTION: Ferry fares',
    'Corrections and clarifications',
    'A correction',
    'Erratum',
    'Fe de errores',
    'Fe de erratas: el puente',
    'Rectificación',
    'Rectificatif : le pont suspendu',
    'Berichtigung',
    'Korrektur: Fährpreise',
    'Errata corrige',
    'Correção',
    'Поправка',
    'Уточнение: цены на паром',
    'تصحيح',
    'تصحيح: أسعار العبارة',
    '更正',
    '更正启事',
    '更正與致歉',
    '【更正】港口火災',
    '勘误',
    '订正',
    '关于《港口火灾》一文的更正',
    '訂正',
    'おわびと訂正',
    '【訂正】',
    '정정보도',
    '바로잡습니다',
  ])('knows a correction by its headline, its kicker and its first words: %s', (words) => {
    expect(readNotice(make('a', { title: words }))).not.toBeNull();
    expect(readNotice(make('a', { title: 'Ferry', kicker: words }))).not.toBeNull();
    expect(readNotice(make('a', { title: 'Ferry', body: `${words}\n\nThe fare is 5.` }))).not.toBeNull();
  });

  it.each([
    '本报昨日三版“开幕”应为“闭幕”。特此更正。',
    '14日付の記事で「三百」とあるのは「二百」の誤りでした。おわびして訂正します。',
  ])('knows a short one by its last words: %s', (body) => {
    expect(readNotice(make('a', { body }))).not.toBeNull();
    expect(readNotice(make('a', { body: '很'.repeat(600) + body }))).toBeNull();
  });

  it.each([
    'Correction officers strike',
    'A correctional facility opens',
    'Korrekturen am Haushalt gefordert',
    'Поправка к закону принята',
    'Rectification of names',
    'تصحيح المسار الاقتصادي',
    '統計局更正去年的數據',
    '政府订正经济增长预期',
    '市长致歉信公布',
    'Stock market sees a correction',
  ])('does not take for one: %s', (title) => {
    expect(readNotice(make('a', { title }))).toBeNull();
  });

  it('reads titles, addresses and dates', () => {
    const notice = readNotice(
      make('a', {
        title: 'Correction: Fares to rise in May',
        publishedOn: '2026-01-03',
        body: 'In “Ferry fares to rise for all” (28 December; http://www.courier.example/fares/?utm_source=x) we erred. “No,” he said.',
      }),
    );
    expect([...(notice?.titles ?? [])]).toEqual(['ferryfarestoriseforall', 'farestoriseinmay']);
    expect([...(notice?.dates ?? [])]).toEqual(['2025-12-28']);
    expect([...(notice?.urls ?? [])]).toEqual(['courier.example/fares?']);
  });
});

const library = make('library', {
  title: 'La biblioteca abrirá también los domingos',
  publishedOn: '2026-03-02',
  body: 'La biblioteca municipal de Encinar abrirá los domingos, anunció la concejala Jimena Arrabal. La ampliación del horario costará 38.000 euros al año.',
});
const market = make('market', {
  title: 'El mercado de Encinar cambia de techo',
  publishedOn: '2026-03-02',
  body: 'El mercado de abastos de Encinar estrenará un techo de madera. La obra costará 410.000 euros al año, explicó el concejal Lope Sandín.',
});
const fire = make('fire', {
  title: '岚浦港一冷库凌晨起火',
  publishedOn: '2026-03-01',
  url: 'https://lanpu.example/2026/fire',
  body: '岚浦港鲸湾冷链三号冷库发生火灾，三百四十名居民转移到市第二中学体育馆安置。支队长沈万桥说，明火已被扑灭。',
});
const ferry = make('ferry', {
  title: 'Ferry fares to rise',
  publishedOn: '2026-03-03',
  body: 'Passengers on the Skell Island ferry will pay £5.60 from Monday, the harbour board decided. The treasurer, Alun Prideaux, blamed the price of diesel.',
});
const ferryAgain = make('ferry-again', {
  title: 'Ferry strike called off',
  publishedOn: '2026-03-05',
  body: 'The crews of the Skell Island ferry will work on Monday after all. The harbour board had offered them another talk.',
});
const weather = make('weather', {
  title: 'Weather for the coast',
  publishedOn: '2026-03-04',
  body: 'Rain, then sun.',
});
const weatherAgain = make('weather-again', { ...weather, id: 'weather-again', publishedOn: '2026-03-05' });
const articles = [library, market, fire, ferry, ferryAgain, weather, weatherAgain];

const corrected = (change: Partial<Correctable>): string[] => {
  const notice = readNotice(make('notice', { title: 'Correction', publishedOn: '2026-03-06', ...change }));
  return notice === null ? ['no notice'] : findCorrected(notice, articles);
};

describe('findCorrected', () => {
  it.each([
    ['a quoted title', { body: 'In “Ferry fares to rise” the fare was wrong.' }, ['ferry']],
    [
      'a title in Chinese marks',
      { title: '更正', body: '《岚浦港一冷库凌晨起火》一文中的数字有误。' },
      ['fire'],
    ],
    ['the title behind the colon', { title: 'Correction: Ferry strike called off' }, ['ferry-again']],
    [
      'an address',
      { title: '更正', body: '见 http://www.lanpu.example/2026/fire/?utm_source=x 。数字有误。' },
      ['fire'],
    ],
    [
      'a title that was used twice, with its date',
      { body: 'In “Weather for the coast” of 4 March we erred.' },
      ['weather'],
    ],
    [
      'several titles',
      { body: '“Ferry fares to rise” and “Ferry strike called off” named the wrong board.' },
      ['ferry', 'ferry-again'],
    ],
    [
      'its date and its words',
      {
        title: 'Fe de errores',
        body: 'En la información del 2 de marzo sobre la biblioteca municipal de Encinar se decía que la ampliación del horario costará 38.000 euros. Según la concejala Jimena Arrabal, son 83.000.',
      },
      ['library'],
    ],
    [
      'its words alone',
      {
        body: 'The fare on the Skell Island ferry will be £5.20, not £5.60 from Monday as the treasurer of the harbour board, Alun Prideaux, was reported to have said of the price of diesel.',
      },
      ['ferry'],
    ],
    [
      'its words in Chinese',
      {
        title: '更正',
        body: '鲸湾冷链三号冷库火灾中，转移到市第二中学体育馆安置的居民应为三百一十二名，支队长沈万桥之说有误。',
      },
      ['fire'],
    ],
  ])('finds the article by %s', (_what, change, ids) => {
    expect(corrected(change)).toEqual(ids);
  });

  it.each([
    ['nothing points anywhere', { body: 'An article last week gave the wrong name. We apologise.' }],
    [
      'it fits two articles alike',
      { body: 'The crews of the ferry and the harbour board were named wrongly.' },
    ],
    ['a title was used twice', { body: 'In “Weather for the coast” we erred.' }],
    [
      'it names a day with two articles and no word of either',
      { body: 'On 2 March a photograph was credited wrongly.' },
    ],
    ['only a word or two are shared', { title: '更正', body: '昨日五版所载体育馆照片的作者应为林若水。' }],
  ])('links nothing where %s', (_what, change) => {
    expect(corrected(change)).toEqual([]);
  });
});
