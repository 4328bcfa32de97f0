import { describe, expect, it } from 'vitest';
import { joinFollowUp } from '../../src/discord/follow-up.ts';

describe('joinFollowUp', () => {
  it.each([
    ['And how much?', 'When does the ferry to Osk sail?', 'And how much? — ferry osk sail'],
    ['多少钱？', '青崖大桥什么时候通车？', '多少钱？ — 青崖大桥 通车'],
    [
      '¿Y cuánto cuesta?',
      '¿Cuándo abre el mercado de Valdorquín?',
      '¿Y cuánto cuesta? — abre mercado valdorquin',
    ],
    ['Сколько их?', 'Где открылся старый рынок?', 'Сколько их? — открылся старый рынок'],
    ['いくら？', '塩根港の祭りはいつですか？', 'いくら？ — 塩根港 祭'],
    ['كم عددها؟', 'متى فتح سوق نوران؟', 'كم عددها؟ — فتح سوق نوران'],
    ['Who?', 'ferry?', 'Who? — ferry'],
  ])('%j after %j is %j', (followUp, earlier, joined) => {
    expect(joinFollowUp(followUp, earlier).replace(/[؟¿]/gu, '').trim()).toBe(
      joined.replace(/[؟¿]/gu, '').trim(),
    );
  });

  it('carries the topic along through a talk', () => {
    const second = joinFollowUp('And how much?', 'When does the ferry to Osk sail?');
    const third = joinFollowUp('Who says so?', second);
    expect(third).toMatch(/^Who says so\? — /);
    expect(third).toContain('ferry osk');
  });

  it.each(['', '???', '🎉'])('is the follow-up alone after %j', (earlier) => {
    expect(joinFollowUp('And when?', earlier)).toMatch(/^And when\?(?: — 🎉)?$/u);
  });

  it.each([
    ['Chinese', '青崖大桥'.repeat(200)],
    ['English', 'ferry harbour '.repeat(100)],
    ['emoji', `ferry ${'👩‍👩‍👧🇨🇳'.repeat(100)}`],
  ])('carries at most 120 characters of %s, none cut in two', (_, earlier) => {
    const topic = joinFollowUp('When?', earlier).slice('When? — '.length);
    expect(topic.length).toBeLessThanOrEqual(120);
    expect(topic.isWellFormed()).toBe(true);
  });

  it('stays a question that may be asked', () => {
    const followUp = '桥'.repeat(1990);
    expect(joinFollowUp(followUp, '青崖大桥什么时候通车？').length).toBeLessThanOrEqual(2000);
  });
});
