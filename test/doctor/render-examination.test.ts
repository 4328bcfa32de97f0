import { describe, expect, it } from 'vitest';
import type { Examined } from '../../src/doctor/examine.ts';
import { examinationToJson, renderExamination } from '../../src/doctor/render-examination.ts';

const fine: Examined = { check: 'node', status: 'ok', found: 'Node 20', next: null };
const worn: Examined = { check: 'disk', status: 'warning', found: '磁盘 fast voll', next: 'Free space.' };
const broken: Examined = {
  check: 'application',
  status: 'problem',
  found: 'a\u001b[31mb\nc',
  next: 'x\u202ey',
};
const left: Examined = { check: 'discord', status: 'skipped', found: '--offline was given', next: null };

describe('renderExamination', () => {
  it('writes a line a finding with what to do below it, and nothing that acts on a terminal', () => {
    expect(renderExamination([fine, worn, broken, left], { hasColour: false })).toBe(
      'ok       node        Node 20\n' +
        'warning  disk        磁盘 fast voll\n' +
        '                     → Free space.\n' +
        'problem  application a [31mb c\n' +
        '                     → x y\n' +
        'skipped  discord     --offline was given\n' +
        '\n' +
        '1 problem, 1 warning, 1 ok, 1 skipped. Begin with the first problem: others may come from it.\n',
    );
  });

  it.each([
    [[fine], '0 problems, 0 warnings, 1 ok, 0 skipped. All is well.'],
    [
      [worn, worn],
      '0 problems, 2 warnings, 0 ok, 0 skipped. It works as it is; the warnings say what may not last.',
    ],
  ])('ends with how it stands', (examined, last) => {
    expect(renderExamination(examined, { hasColour: false })).toMatch(new RegExp(`\n${last}\n$`));
  });

  it('colours the status alone, where that is wanted', () => {
    expect(renderExamination([broken], { hasColour: true })).toMatch(
      /^\u001b\[31mproblem  \u001b\[0mapplication a \[31mb c\n/,
    );
  });
});

describe('examinationToJson', () => {
  it('is one line with all findings, and whether there is no problem', () => {
    const json = examinationToJson([worn, broken]);
    expect(json).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(json)).toEqual({ isWell: false, findings: [worn, broken] });
    expect(JSON.parse(examinationToJson([worn]))).toMatchObject({ isWell: true });
  });
});
