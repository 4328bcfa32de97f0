import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { el } from './evaluation-page/markup.ts';
import { canHoldSections, isPage, writeSection } from './evaluation-reports.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const section = { name: 'set 汉语', markdown: '## Tables', draw: () => el('p', {}, 'Diagrams') };

it.each([
  ['evaluation.md', '<!-- begin: set 汉语 -->\n\n## Tables\n'],
  ['evaluation.html', '<!-- begin: set 汉语 -->\n<p>Diagrams</p>\n'],
  ['EVALUATION.HTML', '<!-- begin: set 汉语 -->\n<p>Diagrams</p>\n'],
])('%s is begun, and is the same after the same section a second time', (name, wanted) => {
  const file = path.join(temporaryFolder(), name);
  expect(canHoldSections(file)).toBe(true);
  writeSection(file, section);
  const once = readFileSync(file, 'utf8');
  expect(once).toContain(wanted);
  expect(canHoldSections(file)).toBe(true);
  writeSection(file, section);
  expect(readFileSync(file, 'utf8')).toBe(once);
});

it('is no page of something else, and in no folder that is missing', () => {
  const folder = writeFiles(temporaryFolder(), { 'index.html': '<p>Mine</p>', 'notes.md': 'Mine' });
  expect(canHoldSections(path.join(folder, 'index.html'))).toBe(false);
  expect(canHoldSections(path.join(folder, 'missing', 'evaluation.html'))).toBe(false);
  expect(canHoldSections(path.join(folder, 'notes.md'))).toBe(true);
});

it('has no page of what is tables only', () => {
  const file = path.join(temporaryFolder(), 'evaluation.html');
  expect(isPage(file)).toBe(true);
  expect(() => writeSection(file, { ...section, draw: null })).toThrow(RangeError);
});
