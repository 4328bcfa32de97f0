import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { discordProblems, requestOutcomes } from '../../src/discord/bot-watch.ts';
import { createMetrics, feedOutcomes, feedStates, measuredStages } from '../../src/operate/metrics.ts';
import { lastingErrorCode } from '../../src/terminal/run-command.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const page = read('docs/operate.md');
const metrics = (await createMetrics('0').registry.getMetricsAsJSON()).map(({ name }) => name);
const own = metrics.filter((name) => name.startsWith('newsquote_')).sort();

/** First cells of the rows of a table that begin with a name in backticks, with what the other cells say. */
const rows = [...page.matchAll(/^\| (`[^|]+?) *\| (.*) \|$/gm)].map(([, names = '', rest = '']) => ({
  names: [...names.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  rest,
}));
const rowNames = rows.flatMap(({ names }) => names);

/** Metrics that a text names, without the endings that a histogram's series have. */
function namedMetrics(text: string): string[] {
  const names = text.match(/\b(?:newsquote|process|nodejs)_[a-z0-9_]+/g) ?? [];
  return [...new Set(names)].map((name) => {
    const base = name.replace(/_(?:bucket|sum|count)$/, '');
    return metrics.includes(base) ? base : name;
  });
}

const unknown = (text: string): string[] => namedMetrics(text).filter((name) => !metrics.includes(name));

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}
interface AlertFile {
  readonly groups: readonly { readonly rules: readonly AlertRule[] }[];
}
const alerts = (parse(read('deploy/prometheus-alerts.yml')) as AlertFile).groups.flatMap(
  ({ rules }) => rules,
);

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}
const { panels } = JSON.parse(read('deploy/grafana-dashboard.json')) as { panels: readonly Panel[] };

describe('docs/operate.md', () => {
  it('has every metric of the code in its table, and no other', () => {
    expect(own.length).toBeGreaterThan(10);
    expect(rowNames.filter((name) => name.startsWith('newsquote_')).sort()).toEqual(own);
  });

  it('names no metric anywhere that does not exist', () => {
    expect(unknown(page.replaceAll(/`(?:process|nodejs)_`/g, ''))).toEqual([]);
  });

  it('has the labels of each metric', async () => {
    const { questions, requests, stageSeconds, feeds, feedReads, discordErrors } = createMetrics('0');
    for (const metric of [questions, requests, stageSeconds, feeds, feedReads, discordErrors]) {
      const { name, labelNames } = metric as unknown as { name: string; labelNames: readonly string[] };
      const { rest = '' } = rows.find(({ names }) => names[0] === name) ?? {};
      for (const label of labelNames) expect(rest.split('|')[0]).toContain(`\`${label}\``);
    }
  });

  it.each([
    ['outcome', requestOutcomes],
    ['kind', discordProblems],
  ])('has a row for each %s', (_, values) => {
    expect(values.filter((value) => !rowNames.includes(value))).toEqual([]);
  });

  it.each([
    ['newsquote_answer_stage_seconds', measuredStages],
    ['newsquote_feeds', feedStates],
    ['newsquote_feed_reads_total', feedOutcomes],
  ])('names each value of the label of %s', (name, values) => {
    const { rest = '' } = rows.find(({ names }) => names[0] === name) ?? {};
    expect(values.filter((value) => !rest.includes(`\`${value}\``))).toEqual([]);
  });

  it('says of each alert what to do, and of no other', () => {
    const named = rowNames.filter((name) => name.startsWith('Newsquote'));
    expect(named.sort()).toEqual(alerts.map(({ alert }) => alert).sort());
  });

  it('names only files that there are', () => {
    const files = [...page.matchAll(/\bdeploy\/[\w.-]*\w/g)].map(([file]) => file);
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

describe('deploy/prometheus-alerts.yml', () => {
  it.each(alerts)('$alert asks for metrics that there are', ({ expr, labels, annotations }) => {
    expect(namedMetrics(`${expr} `).length + Number(expr.startsWith('up{'))).toBeGreaterThan(0);
    expect(unknown(expr)).toEqual([]);
    expect(['warning', 'critical']).toContain(labels.severity);
    expect(annotations.summary).not.toBe('');
  });

  it('asks for outcomes and kinds that there are', () => {
    const known: readonly string[] = [...requestOutcomes, ...discordProblems, ...feedStates];
    const asked = alerts.flatMap(({ expr }) =>
      [...expr.matchAll(/(?:outcome|kind|state)=~?"([^"]+)"/g)].flatMap(([, values = '']) =>
        values.split('|'),
      ),
    );
    expect(asked).toContain('queue-full');
    expect(asked.filter((value) => !known.includes(value))).toEqual([]);
  });
});

describe('deploy/grafana-dashboard.json', () => {
  const asked = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join('\n');

  it('asks for metrics that there are, and shows every one of ours', () => {
    expect(unknown(asked)).toEqual([]);
    expect(own.filter((name) => !namedMetrics(asked).includes(name))).toEqual([]);
  });

  it('has panels with a title, a query and an id of their own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const empty = panels.filter(({ type, title, targets = [] }) =>
      type === 'row' ? title === '' : title === '' || targets.length === 0,
    );
    expect(empty).toEqual([]);
  });
});

describe('the container', () => {
  const dockerfile = read('deploy/Dockerfile');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources.split(' '),
  );

  it('is made from files that there are and that .dockerignore lets in, and lets in nothing else', () => {
    expect(copied.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    const [first, ...letIn] = read('.dockerignore').trim().split('\n').slice(1);
    expect(first).toBe('*');
    expect(letIn.sort()).toEqual([...new Set(copied)].map((file) => `!${file}`).sort());
  });

  it('does not run as root, and holds no setting that is secret', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).not.toMatch(/TOKEN|PASSWORD/);
  });

  it('writes by compose only where there are volumes, and is reached from this machine alone', () => {
    const { services, volumes } = parse(read('deploy/compose.yaml')) as {
      services: { newsquote: Record<string, unknown> };
      volumes: object;
    };
    expect(services.newsquote).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    const mounted = (services.newsquote['volumes'] as string[]).map((volume) => volume.split(':'));
    expect(mounted.map(([name]) => name)).toEqual(Object.keys(volumes));
    const declared = JSON.parse(/^VOLUME (\[.+\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
    expect(mounted.map(([, folder]) => folder)).toEqual(declared);
    for (const port of services.newsquote['ports'] as string[]) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

describe('deploy/newsquote.service', () => {
  const unit = read('deploy/newsquote.service');
  const value = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? '';

  it('starts what npm start starts', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
    expect(value('ExecStart')).toBe(`/usr/bin/${scripts.start}`);
  });

  it('is not started again where that is of no use', () => {
    expect(value('Restart')).toBe('on-failure');
    expect(value('RestartPreventExitStatus').split(' ')).toContain(String(lastingErrorCode));
  });

  it('holds no secret, and may write to its own folder alone', () => {
    expect(unit).not.toMatch(/^Environment=.*(?:TOKEN|PASSWORD)/m);
    expect([value('ProtectSystem'), value('NoNewPrivileges'), value('StateDirectory')]).toEqual([
      'strict',
      'yes',
      'newsquote',
    ]);
  });
});
