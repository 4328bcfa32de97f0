import { z } from 'zod';
import { chooseLocale, localeIds } from '../discord/messages/locales.ts';
import { reportHeaders } from '../http/guard.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { jsonContent } from '../http/server.ts';
import type { Route } from '../http/server.ts';
import { showArticlePage } from './archive/article-page.ts';
import { surveyArchive } from './archive/overview.ts';
import { listCommands } from './chat/command-list.ts';
import { Conversation } from './chat/conversation.ts';
import { personId } from './chat/person.ts';
import {
  commandRequest,
  formRequest,
  messageRequest,
  pressRequest,
  suggestRequest,
} from './chat/requests.ts';
import { readJson } from './http/read-json.ts';
import type { PreviewSources, PreviewState } from './preview.ts';
import { readQuality, readReport } from './quality.ts';
import { pageWordsOf } from './words/catalogue.ts';

/** What the routes are about. */
export interface RouteSources {
  readonly state: () => PreviewState;
  /** The report of `npm run evaluate`: its tables, and its page of diagrams. */
  readonly evaluationFile: string;
  readonly reportFile: string;
}

const articlesPerList = 50;

const listQuery = z.object({
  words: z.string().max(200).default(''),
  source: z.string().max(300).default(''),
  language: z.string().max(10).default(''),
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});

/** Everything that the page asks for, by path. */
export function createRoutes({
  state,
  evaluationFile,
  reportFile,
}: RouteSources): ReadonlyMap<string, Route> {
  const conversations = new WeakMap<PreviewSources, Conversation>();
  const sources = (): PreviewSources => {
    const now = state();
    if (now.status === 'ready') return now.sources;
    throw new HttpProblem(503, 'the index is not open yet', { 'Retry-After': '2' });
  };
  const talk = (): Conversation => {
    const own = sources();
    const known = conversations.get(own) ?? new Conversation(own.bot);
    conversations.set(own, known);
    return known;
  };
  const get = (answer: (query: URLSearchParams) => unknown): Route => ({
    method: 'GET',
    answer: async ({ query }) => jsonContent(await answer(query)),
  });
  const post = <T>(schema: z.ZodType<T>, answer: (body: T) => unknown): Route => ({
    method: 'POST',
    answer: async ({ message }) => jsonContent(await answer(await readJson(message, schema))),
  });
  return new Map<string, Route>([
    ['/api/status', get(() => describeState(state()))],
    ['/api/words', get((query) => wordsFor(query.get('locale')))],
    ['/api/command', post(commandRequest, (body) => talk().command(body))],
    ['/api/suggest', post(suggestRequest, (body) => talk().suggest(body))],
    ['/api/press', post(pressRequest, (body) => talk().press(body))],
    ['/api/form', post(formRequest, (body) => talk().submit(body))],
    ['/api/message', post(messageRequest, (body) => talk().message(body))],
    ['/api/archive', get(() => surveyArchive(sources()))],
    ['/api/articles', get((query) => listArticles(query, sources()))],
    ['/api/article', get((query) => findArticle(query.get('id') ?? '', sources()))],
    ['/api/quality', get(() => describeQuality(evaluationFile, reportFile))],
    [
      '/evaluation.html',
      {
        method: 'GET',
        answer: async () => ({
          type: 'text/html; charset=utf-8',
          content: await findReport(reportFile),
          headers: reportHeaders,
        }),
      },
    ],
  ]);
}

function describeState(state: PreviewState): object {
  if (state.status === 'starting') return { ...state, locales: localeIds, personId };
  const { counts } = state.sources.bot.answerer;
  return { status: 'ready', counts, locales: localeIds, personId };
}

function wordsFor(tag: string | null): object {
  const locale = chooseLocale(tag);
  const words = pageWordsOf(locale);
  return { locale, direction: locale === 'ar' ? 'rtl' : 'ltr', words, commands: listCommands(locale) };
}

async function describeQuality(evaluationFile: string, reportFile: string): Promise<object> {
  const [sections, report] = await Promise.all([readQuality(evaluationFile), readReport(reportFile)]);
  return { sections, hasReport: report !== null };
}

async function findReport(file: string): Promise<string> {
  const report = await readReport(file);
  if (report === null) throw new HttpProblem(404, 'nothing was measured yet');
  return report;
}

async function listArticles(query: URLSearchParams, { bot }: PreviewSources): Promise<object> {
  const parsed = listQuery.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')));
  if (!parsed.success) throw new HttpProblem(400, 'not understood');
  const { words, source, language, since, until, offset } = parsed.data;
  const filter = {
    ...(source === '' ? {} : { source }),
    ...(language === '' ? {} : { language }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  // One more than is shown tells whether there is a next page.
  const page = { limit: articlesPerList + 1, offset };
  const { archive } = bot.answerer;
  const found = await (words === '' ? archive.latest(filter, page) : archive.findTitles(words, filter, page));
  const next = found.length > articlesPerList ? offset + articlesPerList : null;
  return { articles: found.slice(0, articlesPerList), next };
}

async function findArticle(id: string, sources: PreviewSources): Promise<object> {
  const found = await showArticlePage(id, sources);
  if (found === undefined) throw new HttpProblem(404, 'no such article');
  return found;
}
