import { expect, it } from 'vitest';
import { listCommands } from '../../../src/preview/chat/command-list.ts';

it('lists every command with its options, in the language of the person', () => {
  const english = listCommands('en');
  expect(english.find(({ name }) => name === 'ask')).toMatchObject({
    label: 'ask',
    type: 1,
    subcommand: null,
    options: expect.arrayContaining([
      expect.objectContaining({ name: 'question', kind: 'text', isRequired: true, hasSuggestions: false }),
      expect.objectContaining({ name: 'source', isRequired: false, hasSuggestions: true }),
      expect.objectContaining({ name: 'private', kind: 'flag' }),
    ]),
  });
  expect(english.filter(({ name }) => name === 'article').map(({ label }) => label)).toEqual([
    'article find',
    'article show',
  ]);
  expect(english.find(({ type }) => type === 3)?.label).toBe('Check against the news');
  const chinese = listCommands('zh-CN').find(({ name }) => name === 'ask');
  expect(chinese?.label).not.toBe('ask');
  expect(chinese?.options[0]?.name).toBe('question');
  expect(listCommands('ar').find(({ name }) => name === 'ask')?.label).toBe('ask');
});
