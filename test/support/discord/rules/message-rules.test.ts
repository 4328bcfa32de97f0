import { describe, expect, it } from 'vitest';
import { createUser } from '../entities.ts';
import { createMessage } from '../message-shape.ts';
import type { JsonObject } from '../wire.ts';
import { checkMessage } from './message-rules.ts';

const nobody = { allowed_mentions: { parse: [] } };
const layout = 1 << 15;

function brokenRules(payload: JsonObject): readonly string[] {
  return checkMessage({ payload: { ...nobody, ...payload }, fileCount: 0 }).map(({ rule }) => rule);
}

/** What an edit breaks of a message that was sent with a payload before. */
function brokenByEdit(before: JsonObject, payload: JsonObject): readonly string[] {
  const author = createUser('1', 'bot', true);
  const frame = { id: '2', channelId: '3', author, timestamp: '2026-01-01T00:00:00.000000+00:00' };
  const existing = createMessage(frame, before);
  const subject = { payload: { ...nobody, ...payload }, fileCount: 0, isEdit: true, existing };
  return checkMessage(subject).map(({ rule }) => rule);
}

const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'a',
  custom_id,
  ...more,
});
const link = (url: string) => ({ type: 2, style: 5, label: 'a', url });
const row = (...components: readonly object[]) => ({ type: 1, components });
const buttons = (count: number) => Array.from({ length: count }, (_, number) => button(`b${number}`));
const select = (count: number, more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: Array.from({ length: count }, (_, number) => ({ label: `o${number}`, value: `o${number}` })),
  ...more,
});
const text = (content: string) => ({ type: 10, content });
const texts = (...contents: readonly string[]) => ({
  flags: layout,
  components: [{ type: 17, components: contents.map(text) }],
});
const rows = (...components: readonly object[]) => ({ content: 'a', components });

describe('checkMessage', () => {
  it.each<[rule: string, bad: JsonObject, good: JsonObject]>([
    ['content-length', { content: '字'.repeat(2_001) }, { content: '字'.repeat(2_000) }],
    ['embed-count', { embeds: Array(11).fill({ title: 'a' }) }, { embeds: Array(10).fill({ title: 'a' }) }],
    ['embed-length', { embeds: [{ title: 'a'.repeat(257) }] }, { embeds: [{ title: 'a'.repeat(256) }] }],
    [
      'embeds-length',
      { embeds: [{ description: 'a'.repeat(3_000) }, { description: 'a'.repeat(3_000), title: 'a' }] },
      { embeds: [{ description: 'a'.repeat(3_000) }, { description: 'a'.repeat(3_000) }] },
    ],
    ['empty-message', { content: ' \n', embeds: [] }, { content: '', embeds: [{ title: 'a' }] }],
    ['v2-alone', { ...texts('a'), content: 'a' }, { ...texts('a'), content: '' }],
    ['v2-alone', { ...texts('a'), embeds: [{ title: 'a' }] }, texts('a')],
    ['v2-flag', { content: 'a', components: [text('a')] }, texts('a')],
    ['v2-text-length', texts('字'.repeat(4_000), 'a'), texts('字'.repeat(2_000), '字'.repeat(2_000))],
    ['component-count', texts(...Array<string>(40).fill('a')), texts(...Array<string>(39).fill('a'))],
    ['row-count', rows(...buttons(6).map((each) => row(each))), rows(...buttons(5).map((each) => row(each)))],
    ['row-width', rows(row(...buttons(6))), rows(row(...buttons(5)))],
    ['row-width', rows(row(select(1), button('b'))), rows(row(select(1)))],
    ['row-width', rows(row()), rows(row(button('b')))],
    ['select-options', rows(row(select(26))), rows(row(select(25)))],
    ['select-options', rows(row(select(0))), rows(row(select(1)))],
    ['custom-id-unique', rows(row(button('b'), button('b'))), rows(row(button('b'), button('c')))],
    ['custom-id-length', rows(row(button('b'.repeat(101)))), rows(row(button('b'.repeat(100))))],
    ['custom-id-length', rows(row(button(''))), rows(row(button('b')))],
    [
      'button-label',
      rows(row(button('b', { label: 'ع'.repeat(81) }))),
      rows(row(button('b', { label: 'ع'.repeat(80) }))),
    ],
    [
      'button-label',
      rows(row(button('b', { label: '' }))),
      rows(row(button('b', { label: '', emoji: { name: '🔎' } }))),
    ],
    ['button-url-length', rows(row(link('u'.repeat(513)))), rows(row(link('u'.repeat(512))))],
    ['button-target', rows(row(button('b', { url: 'u' }))), rows(row(link('u')))],
    ['message-fields', { content: 'a', contents: 'a' }, { content: 'a', tts: false }],
    ['embed-fields', { embeds: [{ title: 'a', colour: 1 }] }, { embeds: [{ title: 'a', color: 1 }] }],
    [
      'embed-fields',
      { embeds: [{ title: 'a', footer: { txt: 'a' } }] },
      { embeds: [{ title: 'a', footer: { text: 'a' } }] },
    ],
    ['component-fields', rows(row(button('b', { lable: 'a' }))), rows(row(button('b', { disabled: true })))],
    ['component-fields', rows({ type: 99 }), rows(row(select(1, { placeholder: 'a' })))],
  ])('%s catches the bad and lets the good payload pass', (rule, bad, good) => {
    expect(brokenRules(bad)).toContain(rule);
    expect(brokenRules(good)).toEqual([]);
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ parse: ['users'] }],
    [{ parse: [], roles: ['1'] }],
    [{ users: [] }],
  ])('wants nobody to be mentioned, so not %j', (allowed_mentions) => {
    expect(brokenRules({ content: 'a', allowed_mentions })).toEqual(['allowed-mentions']);
    expect(brokenRules({ content: 'a', allowed_mentions: { parse: [], replied_user: false } })).toEqual([]);
  });

  it('judges an edit by what the message is after it', () => {
    expect(brokenByEdit({ content: 'a' }, { content: '' })).toEqual(['empty-message']);
    expect(brokenByEdit({ content: 'a' }, { components: [] })).toEqual([]);
    expect(brokenByEdit({ content: 'a' }, texts('a'))).toEqual(['v2-alone']);
    expect(brokenByEdit({ content: 'a' }, { ...texts('a'), content: null })).toEqual([]);
    expect(brokenByEdit(texts('a'), { components: [text('b')] })).toEqual([]);
    expect(brokenByEdit(texts('a'), { components: [text('b')], flags: 0 })).toEqual(['v2-flag']);
    expect(brokenByEdit(texts('a'), { content: 'b' })).toEqual(['v2-alone']);
  });

  it('tells what Discord refuses from what only this project does not want', () => {
    const findings = checkMessage({ payload: { content: '', colour: 1 }, fileCount: 0 });
    expect(findings.map(({ rule, isRefused }) => [rule, isRefused])).toEqual([
      ['empty-message', true],
      ['allowed-mentions', false],
      ['message-fields', false],
    ]);
  });
});
