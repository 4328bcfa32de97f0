import { describe, expect, it } from 'vitest';
import { replaceSection } from './report-sections.ts';

const report = `# Evaluation

<!-- begin: pages -->

old pages

<!-- end: pages -->

Written by hand.

<!-- begin: set 汉语 -->

old set

<!-- end: set 汉语 -->
`;

describe('a report', () => {
  it('has one section replaced, all else as it was', () => {
    expect(replaceSection(report, 'pages', '## Pages\n\nnew $& pages\n')).toBe(
      report.replace('old pages', () => '## Pages\n\nnew $& pages'),
    );
    expect(replaceSection(report, 'set 汉语', 'new set')).toBe(report.replace('old set', 'new set'));
  });

  it('has a new section added at its end', () => {
    expect(replaceSection(report, 'set 汉语, kept half', 'kept')).toBe(
      `${report}\n<!-- begin: set 汉语, kept half -->\n\nkept\n\n<!-- end: set 汉语, kept half -->\n`,
    );
  });

  it('is begun where there is none', () => {
    expect(replaceSection('', 'pages', 'new')).toBe(
      '# Evaluation\n\n<!-- begin: pages -->\n\nnew\n\n<!-- end: pages -->\n',
    );
  });

  it('is the same after the same section a second time', () => {
    const once = replaceSection(report, 'pages', 'new');
    expect(replaceSection(once, 'pages', 'new')).toBe(once);
  });

  it.each(['<!-- begin: pages -->', '<!-- end: pages -->'])('is left alone without its %s', (marker) => {
    expect(() => replaceSection(report.replace(marker, ''), 'pages', 'new')).toThrow(RangeError);
  });
});
