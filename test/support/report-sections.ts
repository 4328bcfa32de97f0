/**
 * A report with one of its sections replaced, or added at the end where it has none of that name; all others stay as
 * they are. Sections stand between marker comments, which Markdown does not show.
 *
 * @throws RangeError if the report holds only one of the section's two markers
 */
export function replaceSection(report: string, name: string, section: string): string {
  const begin = `<!-- begin: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const marked = `${begin}\n\n${section.trim()}\n\n${end}\n`;
  const from = report.indexOf(begin);
  const to = report.indexOf(end);
  if (from < 0 && to < 0) {
    const before = report.trim() === '' ? '# Evaluation' : report.trimEnd();
    return `${before}\n\n${marked}`;
  }
  if (from < 0 || to < from) throw new RangeError(`the markers of ${name} are not a pair`);
  return `${report.slice(0, from)}${marked}${report.slice(to + end.length).replace(/^\n/, '')}`;
}
