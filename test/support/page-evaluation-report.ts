import type { PageFigures } from './page-figures.ts';
import type { PageSpeed } from './page-speed.ts';

/** Everything that `npm run evaluate -- --pages` measures. */
export interface PageEvaluation {
  readonly tuning: PageFigures;
  readonly kept: PageFigures;
  readonly speed: readonly PageSpeed[];
}

/** The figures as a section of a page of docs/. */
export function renderPageFigures({ tuning, kept, speed }: PageEvaluation, date: string): string {
  const row = (name: string, goal: string, show: (figures: PageFigures) => string): string =>
    `| ${name} | ${show(tuning)} | ${show(kept)} | ${goal} |`;
  return [
    '## Messy pages',
    '',
    `Made by \`npm run evaluate -- --pages --report docs/evaluation.md\` on ${date}.`,
    '',
    `${String(tuning.pages)} pages that were looked at while tuning and ${String(kept.pages)} that were kept apart, printed from the sample articles as`,
    'newspapers print them: kickers, bylines, captions, jump lines, columns of random widths cut anywhere, halves under other headings,',
    'headlines with and without markup. The weights were fitted on other pages still. The baseline starts a new article at every heading,',
    'and is told where the headings are.',
    '',
    '| | tuning | kept apart | goal |',
    '| --- | --- | --- | --- |',
    row('article boundary F1', '≥ .97', ({ boundaryF1 }) => share(boundaryF1)),
    row('… of the baseline', '', ({ baseline }) => share(baseline.boundaryF1)),
    row('pairwise F1 of blocks kept together', '≥ .95', ({ pairwiseF1 }) => share(pairwiseF1)),
    row('… of the baseline', '', ({ baseline }) => share(baseline.pairwiseF1)),
    row('joins made', '', ({ joins }) => String(joins)),
    row('wrong joins', '≤ 1 %', ({ wrongJoinShare }) => percent(wrongJoinShare)),
    row('missed joins', '', ({ missedJoinShare }) => percent(missedJoinShare)),
    row('articles under their own title', '', ({ titleShare }) => percent(titleShare)),
    row('body characters', '', ({ bodyCharacters }) => String(bodyCharacters)),
    row('lost', '0', ({ lostCharacters }) => String(lostCharacters)),
    row('doubled', '0', ({ doubledCharacters }) => String(doubledCharacters)),
    row('of headings or captions in a body', '', ({ foreignCharacters }) => String(foreignCharacters)),
    '',
    ...renderSpeed(speed),
  ].join('\n');
}

function renderSpeed(speed: readonly PageSpeed[]): string[] {
  if (speed.length === 0) return [];
  return [
    'Time to read them, goal 5 MB a second, growing no faster than the text:',
    '',
    '| megabytes | as | seconds | MB/s |',
    '| --- | --- | --- | --- |',
    ...speed.map(
      ({ megabytes, kind, seconds }) =>
        `| ${String(megabytes)} | ${kind} | ${seconds.toFixed(2)} | ${(megabytes / seconds).toFixed(2)} |`,
    ),
    '',
  ];
}

function share(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
