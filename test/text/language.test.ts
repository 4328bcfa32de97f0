import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/text/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['zh', '小学组一等奖是谁拿的'],
    ['zh', '台灣總統選舉'],
    ['zh', 'NATO 是什么'],
    ['zh', 'iPhone 15什么时候发布'],
    ['zh', '谁是 Taylor Swift'],
    ['ja', '優勝したのは誰ですか'],
    ['ja', '東京都知事選挙'],
    ['ja', 'Taylor Swiftは誰ですか'],
    ['ko', '누가 이겼나요?'],
    ['ko', 'Taylor Swift는 누구'],
    ['en', 'Who won the election?'],
    ['en', 'Who is 习近平?'],
    ['es', '¿Quién ganó?'],
    ['es', '¿Qué es Engineering News-Record?'],
    ['fr', 'Pourquoi le maire a-t-il démissionné ?'],
    ['de', 'In welchem Bereich war Tesla Electric Light tätig?'],
    ['pt', 'Quem ganhou as eleições?'],
    ['ru', 'Что делала компания Tesla Electric Light?'],
    ['uk', 'Хто виграв вибори?'],
    ['ar', 'من فاز في الانتخابات؟'],
    ['fa', 'چه کسی در انتخابات پیروز شد؟'],
    ['th', 'ใครชนะการเลือกตั้ง'],
    ['el', 'Ποιος κέρδισε;'],
    ['he', 'מי ניצח?'],
    ['hi', 'भारत के प्रधानमंत्री कौन हैं'],
    ['mr', 'जपानचे पंतप्रधान कोण आहेत'],
    ['tr', 'Seçimi kim kazandı?'],
    ['vi', 'Ai đã thắng cử?'],
    ['und', '😀 123 …'],
    ['und', ''],
  ])('finds %s in "%s"', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('keeps a Chinese article that names a Japanese brand Chinese', () => {
    expect(detectLanguage(`${'新店开业，市民排队购买，'.repeat(20)}「すし」`)).toBe('zh');
  });
});
