import { describe, expect, it } from 'vitest';
import { shareNames } from '../../../src/answer/spans/shared-names.ts';

describe('texts about one event', () => {
  it.each([
    [
      'es',
      'La riada afectó a 91 casas de las Tenerías, en Valdorquín.',
      'El Orquín anegó las Tenerías, barrio de Valdorquín, el martes.',
    ],
    [
      'zh',
      '岚浦港北港区鲸湾冷链三号冷库起火，渔灯巷居民转移。',
      '鲸湾冷链三号冷库的火灾使渔灯巷居民撤离，岚浦港北港区封闭。',
    ],
    [
      'ru',
      'Пожар на Мельничной в Старолуговске потушили.',
      'Старолуговске сообщили: Мельничной улице нужен ремонт.',
    ],
  ])('name the same people and places (%s)', (language, one, other) => {
    expect(shareNames(one, other, language)).toBe(true);
  });

  it.each([
    [
      'en',
      'Two died in a crash near Osk on Monday 3 March.',
      'Four died in a crash near Pell on Monday 3 March.',
    ],
    ['es', 'El incendio de Osk quemó 40 hectáreas.', 'El incendio de Peñarrasa quemó 90 hectáreas.'],
    ['zh', '青崖市发生交通事故，3人受伤。', '海星市发生交通事故，5人受伤。'],
    [
      'de',
      'Bei einem Unfall in Osk wurden drei Menschen verletzt.',
      'Bei einem Unfall in Pell wurden fünf Menschen verletzt.',
    ],
    ['ar', 'أصيب ثلاثة في حريق.', 'أصيب خمسة في حريق.'],
  ])('are told from texts about another event of its sort (%s)', (language, one, other) => {
    expect(shareNames(one, other, language)).toBe(false);
  });

  it('are not told by days and months', () => {
    const said = 'On Monday 3 March and Tuesday 4 March';
    expect(shareNames(`${said} it rained.`, `${said} it snowed.`, 'en')).toBe(false);
  });
});
