import path from 'node:path';
import type { Answer, NearArticle, Quote } from '../answer/answer.ts';
import type { AskedPeriod } from '../answer/asked-period.ts';
import type { DifferingFigure } from '../answer/differing.ts';
import { describeCopies, describeCorrection } from './messages.ts';
import { plainText } from './plain-text.ts';

/** How an answer is written for people. */
export interface RenderOptions {
  /** Bold by escape codes; without it the answering part stands between `**`. */
  readonly hasColour: boolean;
  /** Paths below this folder are shown relative to it. */
  readonly workingFolder: string;
}

/** An answer for people: each quote, then where it stands. */
export function renderAnswer(answer: Answer, options: RenderOptions): string {
  const parts =
    answer.status === 'answered'
      ? [
          ...(answer.period === null ? [] : [describePeriod(answer.period, answer.newestOn)]),
          ...(answer.isUncertain ? ['Not sure that this answers; the nearest words in the articles:'] : []),
          ...(answer.differing.length === 0 ? [] : [describeDiffering(answer.differing)]),
          ...answer.quotes.map((quote, position) => renderQuote(quote, position + 1, options)),
        ]
      : [renderNotFound(answer)];
  const withheld = answer.withheld.map(
    ({ title, file, reason }) =>
      `(A quote from “${plainText(title)}” is withheld: ${plainText(showPath(file, options.workingFolder))} was ${reason === 'page-missing' ? 'deleted' : 'changed'} after it was indexed. Run npm run index.)`,
  );
  return `${[...parts, ...withheld].join('\n\n')}\n`;
}

function describeDiffering(figures: readonly DifferingFigure[]): string {
  const list = figures.map(({ text, source }) => `${plainText(text)} (${plainText(source)})`);
  return `The outlets differ: ${list.join(' · ')}.`;
}

function describePeriod({ from, phrase }: AskedPeriod, newestOn: string | null): string {
  const newest = newestOn === null ? '' : ` The newest one quoted is of ${newestOn}.`;
  return `Only articles since ${from} (“${plainText(phrase)}”).${newest}`;
}

function renderQuote(quote: Quote, number: number, options: RenderOptions): string {
  const { title, source, publishedOn, url, lines, file, alsoIn, corrections } = quote;
  const [from, to] = lines;
  const place = `${plainText(showPath(file, options.workingFolder))}, ${from === to ? `line ${String(from)}` : `lines ${String(from)}–${String(to)}`}`;
  return [
    `${String(number)}. ${mark(quote, options.hasColour)}`,
    `   ${plainText(title)}`,
    `   ${[plainText(source), publishedOn, place].filter((part) => part !== null).join(' · ')}`,
    ...(url === null ? [] : [`   ${plainText(url)}`]),
    ...(alsoIn.length === 0 ? [] : [`   ${describeCopies(alsoIn)}`]),
    ...corrections.map((correction) => `   ${describeCorrection(correction)}`),
  ].join('\n');
}

function mark({ text, highlight: { start, end } }: Quote, hasColour: boolean): string {
  const [before, after] = hasColour ? ['\u001b[1m', '\u001b[22m'] : ['**', '**'];
  return `${plainText(text.slice(0, start))}${before}${plainText(text.slice(start, end))}${after}${plainText(text.slice(end))}`;
}

function renderNotFound({ nearest }: Answer): string {
  if (nearest.length === 0) return 'The articles do not answer this.';
  return ['The articles do not answer this. Nearest:', ...nearest.map(renderNear)].join('\n');
}

function renderNear({ title, source, publishedOn }: NearArticle): string {
  return `   ${[plainText(title), plainText(source), publishedOn].filter((part) => part !== null).join(' · ')}`;
}

/** A path relative to the working folder where it lies inside, absolute elsewhere: both can be opened as they are. */
export function showPath(file: string, workingFolder: string): string {
  const relative = path.relative(workingFolder, file);
  return /^\.\.(?:[/\\]|$)/.test(relative) || path.isAbsolute(relative) ? file : relative;
}

/**
 * The object that `--json` prints, one a question. Its keys are a contract: more may come, none changes.
 *
 * @param tookMs from the question read to the answer made
 */
export function toJson(answer: Answer, tookMs: number, workingFolder: string): object {
  const { question, language, status, confidence, isUncertain, period, newestOn } = answer;
  const { differing, quotes, nearest, withheld } = answer;
  return {
    question,
    language,
    status,
    confidence: round(confidence, 4),
    isUncertain,
    period,
    newestOn,
    differing,
    quotes: quotes.map(({ file, ...quote }) => ({ ...quote, file: showPath(file, workingFolder) })),
    nearest,
    withheld: withheld.map(({ file, ...rest }) => ({ ...rest, file: showPath(file, workingFolder) })),
    tookMs: round(tookMs, 2),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
