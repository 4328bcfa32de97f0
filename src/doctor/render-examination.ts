import { plainText } from '../terminal/plain-text.ts';
import type { Status } from './check.ts';
import type { Examined } from './examine.ts';

/** How an examination is written for people. */
export interface RenderOptions {
  readonly hasColour: boolean;
}

/** SGR codes: green, yellow, red, dim. */
const colourCodes: Record<Status, number> = { ok: 32, warning: 33, problem: 31, skipped: 2 };

const statusWidth = 9;
const nameWidth = 12;

/** An examination for people: a line a finding with what to do below it, then how many there are of each sort. */
export function renderExamination(examined: readonly Examined[], { hasColour }: RenderOptions): string {
  const lines = examined.flatMap(({ check, status, found, next }) => {
    const word = status.padEnd(statusWidth);
    const shown = hasColour ? `\u001b[${colourCodes[status]}m${word}\u001b[0m` : word;
    const indent = ' '.repeat(statusWidth + nameWidth);
    return [
      `${shown}${check.padEnd(nameWidth)}${plainText(found)}`,
      ...(next === null ? [] : [`${indent}→ ${plainText(next)}`]),
    ];
  });
  return `${[...lines, '', describeCounts(examined)].join('\n')}\n`;
}

function describeCounts(examined: readonly Examined[]): string {
  const count = (wanted: Status): number => examined.filter(({ status }) => status === wanted).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  const counts = [
    problems === 1 ? '1 problem' : `${problems} problems`,
    warnings === 1 ? '1 warning' : `${warnings} warnings`,
    `${count('ok')} ok`,
    `${count('skipped')} skipped`,
  ].join(', ');
  if (problems > 0) return `${counts}. Begin with the first problem: others may come from it.`;
  return warnings > 0
    ? `${counts}. It works as it is; the warnings say what may not last.`
    : `${counts}. All is well.`;
}

/** An examination for programs: one JSON object. */
export function examinationToJson(examined: readonly Examined[]): string {
  const isWell = !examined.some(({ status }) => status === 'problem');
  return `${JSON.stringify({ isWell, findings: examined })}\n`;
}
