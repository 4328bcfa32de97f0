import { describe, expect, it } from 'vitest';
import { parseIsoDate, parsePeriodBound } from '../../src/text/period.ts';

describe('parseIsoDate', () => {
  it.each([
    ['2023-12-03', '2023-12-03'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['2023-13-01', null],
    ['2023-1-1', null],
    ['2023年12月3日', null],
    ['٢٠٢٣-١٢-٠٣', null],
    ['', null],
  ])('reads "%s" as %s', (text, date) => {
    expect(parseIsoDate(text)).toBe(date);
  });
});

describe('parsePeriodBound', () => {
  it.each([
    ['2023', { from: '2023-01-01', to: '2024-01-01' }],
    ['2023-12', { from: '2023-12-01', to: '2024-01-01' }],
    ['2024-02-29', { from: '2024-02-29', to: '2024-03-01' }],
    ['2023-00', null],
    ['2023-', null],
    ['2023-12-03-04', null],
    ['去年', null],
    ['أمس', null],
  ])('reads "%s"', (text, period) => {
    expect(parsePeriodBound(text)).toEqual(period);
  });
});
