import type { AutocompleteInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { readOptions, readTyped } from '../../../src/discord/gateway/read-options.ts';
import type { AskInteraction } from '../../../src/discord/gateway/send.ts';

const interactionWith = (data: unknown, content: string | null = null): AskInteraction =>
  ({
    options: { data },
    isMessageContextMenuCommand: () => content !== null,
    targetMessage: { content },
  }) as unknown as AskInteraction;

describe('readOptions', () => {
  it('reads texts and flags by their names', () => {
    const options = readOptions(
      interactionWith([
        { name: 'question', type: 3, value: '大桥多长？' },
        { name: 'private', type: 5, value: false },
      ]),
    );
    expect([options.text('question'), options.flag('private'), options.subcommand]).toEqual([
      '大桥多长？',
      false,
      null,
    ]);
    expect([options.text('since'), options.flag('since'), options.messageText]).toEqual([null, null, null]);
  });

  it('reads the options of a subcommand', () => {
    const inner = [{ name: 'words', type: 3, value: 'سوق' }];
    const options = readOptions(interactionWith([{ name: 'find', type: 1, options: inner }]));
    expect([options.subcommand, options.text('words')]).toEqual(['find', 'سوق']);
  });

  it.each([
    ['a number for a text', 7],
    ['a flag for a text', true],
    ['an object for a text', { toString: 'x' }],
    ['nothing', undefined],
    ['spaces', ' \n '],
    ['an empty text', ''],
  ])('takes %s, which is forged, for nothing', (_, value) => {
    const options = readOptions(interactionWith([{ name: 'question', type: 3, value }]));
    expect(options.text('question')).toBeNull();
  });

  it.each([1, 'true', null])('takes %j for no flag', (value) => {
    expect(readOptions(interactionWith([{ name: 'private', type: 5, value }])).flag('private')).toBeNull();
  });

  it('reads the message that a message command was called on', () => {
    expect(readOptions(interactionWith([], 'The ferry sails.')).messageText).toBe('The ferry sails.');
  });

  it.each(['__proto__', 'constructor', 'toString'])('knows no option %s', (name) => {
    const options = readOptions(interactionWith([]));
    expect([options.text(name), options.flag(name)]).toEqual([null, null]);
  });
});

describe('readTyped', () => {
  it('reads the option that is being typed, its first 100 characters', () => {
    const interaction = {
      options: { getFocused: () => ({ name: 'source', value: '青'.repeat(300) }) },
    } as unknown as AutocompleteInteraction;
    expect(readTyped(interaction)).toEqual({ name: 'source', value: '青'.repeat(100) });
  });
});
