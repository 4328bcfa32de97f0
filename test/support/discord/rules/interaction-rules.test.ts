import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../wire.ts';
import { checkCallback } from './interaction-rules.ts';

const input = (custom_id: string, label = 'Why?') => ({
  type: 18,
  label,
  component: { type: 4, custom_id, style: 1 },
});
const inputs = (count: number) => Array.from({ length: count }, (_, number) => input(`i${number}`));
const modal = (more: object = {}) => ({
  type: 9,
  data: { custom_id: 'm', title: 'Reasons', components: inputs(1), ...more },
});
const choices = (count: number, more: object = {}) => ({
  type: 8,
  data: { choices: Array.from({ length: count }, () => ({ name: 'a', value: 'a', ...more })) },
});
const message = (more: object = {}) => ({
  type: 4,
  data: { content: 'a', allowed_mentions: { parse: [] }, ...more },
});

describe('checkCallback', () => {
  it.each<[rule: string, bad: JsonObject, good: JsonObject]>([
    ['callback-fields', { ...message(), flags: 64 }, message({ flags: 64 })],
    ['deferral-fields', { type: 5, data: { ephemeral: true } }, { type: 5, data: { flags: 64 } }],
    ['content-length', message({ content: 'a'.repeat(2_001) }), message()],
    ['allowed-mentions', message({ allowed_mentions: undefined }), message()],
    ['allowed-mentions', { type: 7, data: { content: 'a' } }, { ...message(), type: 7 }],
    ['modal-title', modal({ title: '題'.repeat(46) }), modal({ title: '題'.repeat(45) })],
    ['modal-title', modal({ title: '' }), modal({ title: 'a' })],
    ['modal-custom-id', modal({ custom_id: 'm'.repeat(101) }), modal({ custom_id: 'm'.repeat(100) })],
    ['modal-inputs', modal({ components: inputs(6) }), modal({ components: inputs(5) })],
    ['modal-inputs', modal({ components: [{ type: 10, content: 'a' }] }), modal()],
    [
      'modal-label',
      modal({ components: [input('i', 'a'.repeat(46))] }),
      modal({ components: [input('i', 'a'.repeat(45))] }),
    ],
    ['modal-fields', modal({ tittle: 'a' }), modal()],
    ['custom-id-unique', modal({ components: [input('i'), input('i')] }), modal({ components: inputs(2) })],
    ['choice-count', choices(26), choices(25)],
    ['choice-length', choices(1, { name: 'ا'.repeat(101) }), choices(1, { name: 'ا'.repeat(100) })],
    ['choice-length', choices(1, { name: '' }), choices(0)],
    ['choice-length', choices(1, { value: 'a'.repeat(101) }), choices(1, { value: 'a'.repeat(100) })],
    ['choice-fields', choices(1, { label: 'a' }), choices(1, { name_localizations: { ja: 'a' } })],
  ])('%s catches the bad and lets the good callback pass', (rule, bad, good) => {
    expect(checkCallback(bad).map((finding) => finding.rule)).toContain(rule);
    expect(checkCallback(good)).toEqual([]);
  });
});
