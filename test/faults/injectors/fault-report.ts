import { replaceSection } from '../../support/report-sections.ts';
import { hasHeld } from './run-faults.ts';
import type { FaultResult } from './run-faults.ts';

/** A fault's figures in one line, for a terminal. */
export function renderFault(result: FaultResult): string {
  const { fault, outcome, tookMs } = result;
  const name = `${fault.id.padEnd(6)} ${fault.title}`;
  if (typeof outcome === 'string') return `skipped ${name}: ${outcome}\n`;
  const { injected, detected, crashed, wrong, note } = outcome;
  const figures = `injected ${String(injected)}, detected ${String(detected)}, crashed ${String(crashed)}, wrong ${String(wrong)}`;
  const seconds = (tookMs / 1000).toFixed(1);
  return `${hasHeld(result) ? 'held   ' : 'FAILED '} ${name}: ${figures} (${seconds} s)${note === '' ? '' : `\n        ${note}`}\n`;
}

const head = '| fault | what is done | what must hold | injected | detected | crashed | wrong | | on |';

/** A report with the lines of these faults replaced in its table; those of others stay. */
export function renderFaultReport(report: string, results: readonly FaultResult[], date: string): string {
  const known = new Map(readRows(report));
  for (const result of results) known.set(result.fault.id, renderRow(result, date));
  const rows = [...known].sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const rule = '| --- | --- | --- | --- | --- | --- | --- | --- | --- |';
  return replaceSection(report, 'faults', [head, rule, ...rows.map(([, row]) => row)].join('\n'));
}

function renderRow({ fault, outcome }: FaultResult, date: string): string {
  const { id, title, holds } = fault;
  const figures =
    typeof outcome === 'string'
      ? ['', '', '', '', `not injected: ${outcome}`]
      : [outcome.injected, outcome.detected, outcome.crashed, outcome.wrong, outcome.note];
  const cells = [id, title, holds, ...figures, date].map((cell) => String(cell).replaceAll('|', '\\|'));
  return `| ${cells.join(' | ')} |`;
}

/** The lines of the table that a report has, by fault. */
function readRows(report: string): [id: string, row: string][] {
  const rows = report.split('\n').filter((line) => /^\| \d/.test(line));
  return rows.map((row) => [row.split('|')[1]?.trim() ?? '', row]);
}
