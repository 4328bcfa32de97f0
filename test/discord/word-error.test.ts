import { describe, expect, it } from 'vitest';
import { localeIds } from '../../src/discord/messages/locales.ts';
import { wordError } from '../../src/discord/word-error.ts';
import { UserError } from '../../src/errors.ts';
import { marksIn } from './support/discord-markdown.ts';
import { hostileTexts } from './support/hostile-texts.ts';

describe('an error that a member can do something about', () => {
  it.each([
    ['question-empty', {}],
    ['question-too-long', { length: 2100, maximum: 2000 }],
    ['source-unknown', { source: 'X' }],
    ['language-unknown', { language: 'X' }],
    ['date-unreadable', { text: 'X' }],
    ['article-unknown', { article: 'X' }],
    ['not-the-asker', {}],
    ['answer-forgotten', {}],
    ['index-busy', {}],
    ['desk-busy', {}],
    ['not-a-moderator', {}],
    ['not-the-owner', {}],
    ['only-in-servers', {}],
    ['time-zone-unknown', { zone: 'X' }],
    ['cooldown-invalid', { minimum: 1, maximum: 9 }],
  ] as const)('is worded in every language: %s', (code, context) => {
    const worded = localeIds.map((locale) => wordError(new UserError(code, context), locale));
    expect(new Set(worded).size).toBe(localeIds.length);
    for (const text of worded) expect(text).not.toMatch(/undefined|NaN|^$/);
  });

  it.each(hostileTexts)('repeats %s inert and short', (_, text) => {
    const worded = wordError(new UserError('source-unknown', { source: text.repeat(9) }), 'en') ?? '';
    expect(marksIn(worded)).toEqual([]);
    expect(worded.length).toBeLessThan(200);
  });

  it('is no other error', () => {
    expect(wordError(new UserError('index-damaged', { folder: '/secret' }), 'en')).toBeNull();
    expect(wordError(new Error('secret'), 'en')).toBeNull();
    expect(wordError('text', 'en')).toBeNull();
  });
});
