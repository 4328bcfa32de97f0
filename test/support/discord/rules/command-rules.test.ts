import { describe, expect, it } from 'vitest';
import { checkCommands } from './command-rules.ts';

const command = (more: object = {}) => ({ name: 'ask', description: 'Asks.', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'question', description: 'What.', ...more });
const options = (count: number) =>
  Array.from({ length: count }, (_, number) => option({ name: `option${number}` }));
const choices = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, number) => ({ name: `c${number}`, value: `c${number}`, ...more }));
/** Options that hold almost all characters a command may have; one's description has that many, in Japanese only. */
const long = (length: number) => ({
  options: [
    option({
      name: 'o',
      description: 'a',
      choices: choices(25, { name: 'a'.repeat(100), value: 'b'.repeat(100) }),
    }),
    option({
      name: 'p',
      description: 'a',
      choices: choices(14, { name: 'a'.repeat(100), value: 'b'.repeat(100) }),
    }),
    option({ name: 'q', description: 'a', description_localizations: { ja: '字'.repeat(length) } }),
  ],
});

const brokenRules = (...commands: readonly object[]) => checkCommands(commands).map(({ rule }) => rule);

describe('checkCommands', () => {
  it.each<[rule: string, bad: object, good: object]>([
    ['command-name', { name: 'Ask' }, { name: 'ask' }],
    ['command-name', { name: 'ask me' }, { name: 'ask-me_2' }],
    ['command-name', { name: 'a'.repeat(33) }, { name: 'a'.repeat(32) }],
    ['command-name', { name: '' }, { name: '問' }],
    ['command-name', { name_localizations: { 'es-ES': 'Preguntar' } }, { name_localizations: { th: 'ถาม' } }],
    [
      'command-name',
      { options: [option({ name: 'The Question' })] },
      { options: [option({ name: 'सवाल' })] },
    ],
    [
      'command-name',
      { name: 'C'.repeat(33), description: '', type: 3 },
      { name: 'Check It', description: '', type: 3 },
    ],
    ['command-description', { description: 'a'.repeat(101) }, { description: 'a'.repeat(100) }],
    ['command-description', { description: '' }, { description: 'a' }],
    [
      'command-description',
      { description_localizations: { ja: '字'.repeat(101) } },
      { description_localizations: { ja: '字'.repeat(100) } },
    ],
    ['command-locale', { name_localizations: { zh: '問' } }, { name_localizations: { 'zh-TW': '問' } }],
    [
      'command-locale',
      { options: [option({ choices: choices(1, { name_localizations: { es: 'a' } }) })] },
      { options: [option({ choices: choices(1, { name_localizations: { 'es-ES': 'a' } }) })] },
    ],
    ['command-options', { options: options(26) }, { options: options(25) }],
    [
      'command-options',
      { options: [option({ choices: choices(26) })] },
      { options: [option({ choices: choices(25) })] },
    ],
    ['command-options', { options: [option(), option()] }, { options: options(2) }],
    [
      'command-options',
      { options: [option(), option({ name: 'b', required: true })] },
      { options: [option({ required: true }), option({ name: 'b' })] },
    ],
    [
      'command-choice',
      { options: [option({ choices: choices(1, { name: 'a'.repeat(101) }) })] },
      { options: [option({ choices: choices(1, { name: 'a'.repeat(100), value: 3 }) })] },
    ],
    ['command-fields', { descripton: 'a' }, { nsfw: false }],
    ['command-fields', { options: [option({ requird: true })] }, { options: [option({ required: true })] }],
    [
      'command-fields',
      { options: [option({ choices: choices(1, { label: 'a' }) })] },
      { options: [option({ choices: choices(1, { name_localizations: null }) })] },
    ],
  ])('%s catches the bad and lets the good command pass', (rule, bad, good) => {
    expect(brokenRules(command(bad))).toContain(rule);
    expect(brokenRules(command(good))).toEqual([]);
  });

  it('counts the longest translation of each text of a command to exactly 8,000 characters', () => {
    // The name 3, three options 2, 2 and 101, and 39 choices 200 each: of 8,000 are left 92 for the description.
    const fitting = { description_localizations: { fr: 'a'.repeat(92) } };
    expect(brokenRules(command({ ...long(100), ...fitting }))).toEqual([]);
    expect(brokenRules(command({ ...long(100), description_localizations: { fr: 'a'.repeat(93) } }))).toEqual(
      ['command-length'],
    );
  });

  it('lets a name stand once for each type', () => {
    expect(brokenRules(command(), command())).toEqual(['command-unique']);
    expect(brokenRules(command(), { name: 'ask', type: 3 })).toEqual([]);
  });
});
