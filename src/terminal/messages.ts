import type { RelatedArticle } from '../answer/related.ts';
import { plainText } from './plain-text.ts';
import type { SetAside, SetAsideReason } from '../corpus/read-corpus.ts';
import type { ErrorContext, UserError, UserErrorCode } from '../errors.ts';

/** Why an address is not fetched, by the reason that a `url-refused` carries. */
const refusals: Readonly<Record<string, string>> = {
  'not-an-address': 'it is no address of the web',
  'too-long': 'it is too long',
  scheme: 'only http and https are fetched',
  credentials: 'it holds a user name or password',
  port: 'its port is not one that web sites use',
  'private-name': 'its name means a machine or network that is not public',
  'private-address': 'it leads to an address that is not public',
  downgrade: 'it leads from an encrypted address to one that is not',
  'too-many-redirects': 'it is redirected again and again',
  robots: 'its robots.txt does not allow it',
  'no-archive': 'the page says that it is not to be kept or indexed',
};

/** Wordings of an error: what happened, to which thing, and what to do next. */
const errorMessages: Record<UserErrorCode, (context: Readonly<Record<string, string>>) => string> = {
  'setting-invalid': ({ problems }) =>
    `Bad settings: ${problems}.\nCorrect them in .env or in the environment; .env.example explains each.`,
  'corpus-missing': ({ folder, detail }) =>
    `There is no corpus folder ${folder} (${detail}).\nMake it and put pages in it, or name another with --corpus DIR.`,
  'corpus-empty': ({ folders, setAside, formats }) =>
    `No page could be read in ${folders}.${setAside === '' ? '' : `\nSet aside: ${setAside}.`}\nPut pages (${formats}) in it, or name another folder with --corpus DIR. The index is unchanged.`,
  'model-missing': ({ model, folder }) =>
    `There is no embedding model ${model} (looked in ${folder}).\nSet EMBEDDING_MODEL to a folder that holds config.json, tokenizer.json and onnx/model_quantized.onnx, or to a hub id such as owner/name.`,
  'model-unloadable': ({ model, folder }) =>
    `The embedding model ${model} could not be loaded from ${folder}.\nIf it came with this repository, restore it: git checkout embeddings/. If it is a hub id, check the id and the network.`,
  'cache-damaged': ({ folder, detail }) =>
    `The embedding cache ${folder} is damaged (${detail}).\nDelete that file: it only saves time, and is made anew.`,
  'cache-unwritable': ({ folder, detail }) =>
    `The embedding cache ${folder} can not be written (${detail}).\nCheck permissions and free disk space, or name another file with EMBEDDING_CACHE.`,
  'index-missing': ({ folder }) =>
    `There is no index in ${folder}.\nBuild it: npm run index -- --index ${folder}`,
  'index-empty': ({ folder }) =>
    `The index in ${folder} holds no articles.\nBuild it: npm run index -- --index ${folder} --corpus DIR`,
  'index-busy': ({ folder, holder }) =>
    `The index in ${folder} is being written by ${holder || 'another process'}.\nWait until it has finished, then run this again.`,
  'index-damaged': ({ folder, detail }) =>
    `The index ${folder} is damaged (${detail}).\nNothing of the corpus is lost. Move it aside and build it again: npm run check -- --index ${folder} --repair`,
  'index-model-mismatch': ({ folder, indexModel, currentModel }) =>
    `The index in ${folder} was built with ${indexModel},\nbut the settings say ${currentModel}.\nSet EMBEDDING_MODEL back, or build the index again: npm run index -- --index ${folder} --force`,
  'index-outdated': ({ folder }) =>
    `The index in ${folder} was made by a version that read pages differently.\nBring it up to date: npm run index -- --index ${folder}`,
  'index-format-mismatch': ({ folder, found, expected }) =>
    `The index in ${folder} has format ${found}, this program reads format ${expected}.\nDelete that folder's index.db and build it again: npm run index -- --index ${folder} --corpus DIR, or use the version that made it.`,
  'index-unreadable': ({ folder, detail }) =>
    `The index in ${folder} can not be opened (${detail}).\nCheck the folder's permissions: reading an index also writes two small files beside it.`,
  'index-unwritable': ({ folder, detail }) =>
    `The index in ${folder} can not be written (${detail}).\nCheck the folder's permissions and the free disk space, or name another with --index DIR.`,
  'desk-damaged': ({ file, detail }) =>
    `The moderators' decisions in ${file} are damaged (${detail}).\nNobody can rebuild them: keep that file and put the newest backup in its place.`,
  'desk-unwritable': ({ file, detail }) =>
    `The moderators' decisions can not be written to ${file} (${detail}).\nCheck permissions and free disk space, then do it again: nothing of it was kept.`,
  'desk-busy': ({ file }) =>
    `Another process keeps ${file} locked, which holds the moderators' decisions.\nNothing was changed. Wait a moment, then do it again.`,
  'desk-format-mismatch': ({ file, found, expected }) =>
    `The moderators' decisions in ${file} have format ${found}, this program knows formats up to ${expected}.\nUse the version that wrote them, or a newer one. Do not delete the file: nobody can rebuild it.`,
  'backup-damaged': ({ file, detail }) =>
    `The backup ${file} is not whole (${detail}).\nNothing was changed. Use another backup, or fetch this one again from where it is kept.`,
  'backup-unreadable': ({ file, detail }) =>
    `The backup ${file} can not be read (${detail}).\nCheck its name and permissions.`,
  'backup-unwritable': ({ file, detail }) =>
    `The backup ${file} can not be written (${detail}).\nCheck permissions and free disk space (it needs twice the size of the larger database), or name another file.`,
  'restore-unwritable': ({ file, detail }) =>
    `What is in ${file} can not be put back (${detail}).\nEverything is as it was before. Check permissions and free disk space, then run this again.`,
  'question-empty': () =>
    'The question is empty.\nAsk something: npm run ask -- "What happened to the ferry fares?"',
  'question-too-long': ({ length, maximum }) =>
    `The question has ${length} characters; at most ${maximum} are read.\nAsk about one thing at a time.`,
  'source-unknown': ({ source, known }) =>
    `No article comes from the source ${source}.\nKnown sources: ${known}.`,
  'article-unknown': ({ article }) =>
    `There is no article ${article}.\nFind it by its title, or list the newest.`,
  'date-unreadable': ({ text }) =>
    `“${text}” is no day that can be read.\nWrite 2026-03-01, 2026-03, 2026 or a phrase such as "last week".`,
  'language-unknown': ({ language }) =>
    `No article is in the language ${language}.\nWrite its two letters, such as en or zh.`,
  'not-the-asker': () => 'Only the person who asked can do this.\nAsk the same question yourself.',
  'not-a-moderator': () =>
    'Only moderators can do this.\nAsk one of them, or have your role added in /settings.',
  'not-the-owner': () =>
    'Only those who run the bot can do this for all servers.\nDo it for one server, or ask them.',
  'only-in-servers': () => 'This works in servers only.\nUse it in a server that has the bot.',
  'time-zone-unknown': ({ zone }) => `“${zone}” is no time zone.\nWrite one such as Europe/Madrid.`,
  'cooldown-invalid': ({ minimum, maximum }) =>
    `The pause between questions is no number of seconds that can be used.\nWrite one from ${minimum} to ${maximum}.`,
  'offer-expired': () => 'This offer is too old.\nFetch the article again.',
  'newsroom-closed': () => 'Nothing can be taken in here.\nUse the bot, or put pages into the corpus folder.',
  'feed-unknown': () => 'There is no such feed.\nList the feeds.',
  'feed-not-read': ({ name, code }) =>
    `The feed ${name} could not be read (${code}).\ndocs/errors.md says what the code means.`,
  'answer-forgotten': () => 'This answer is no longer kept.\nAsk again.',
  'url-refused': ({ host, reason }) =>
    `This address is not fetched${host === '' ? '' : ` (${host})`}: ${refusals[reason ?? ''] ?? 'it is not open to this bot'} (${reason}).\nNothing was asked of it. Use the public http(s) address of the article, or save the page and put it into the corpus.`,
  'url-unreachable': ({ host, detail, retryAfterSeconds }) =>
    `${host || 'The address'} could not be fetched (${detail}).\n${retryAfterSeconds === '' ? 'Try again later' : `Try again in ${retryAfterSeconds} seconds`}, or check the address in a browser.`,
  'url-too-large': ({ host, maximum }) =>
    `What ${host || 'the address'} sends is larger than ${maximum} bytes, packed or unpacked.\nNone of it was kept. Save the article itself and put it into the corpus.`,
  'url-too-slow': ({ host, seconds }) =>
    `${host || 'The address'} took longer than ${seconds} seconds.\nNone of it was kept. Try again later.`,
  'url-not-found': ({ host, detail }) =>
    `${host || 'The site'} has no page at this address (${detail}).\nCheck the address in a browser.`,
  'url-not-an-article': ({ host, detail }) =>
    `What ${host || 'the address'} gives is no article that can be read (${detail}).\nUse the address of one article or of a feed: a web page, a PDF with text, markdown or plain text.`,
  'feed-unreadable': ({ host, detail }) =>
    `What ${host || 'the address'} gives is no feed that can be read (${detail}).\nUse the address of an RSS, RDF, Atom or JSON feed.`,
  'article-withdrawn': ({ titles }) =>
    `Moderators withdrew this before: ${titles}.\nNothing was written. Restore it first if it is to be quoted again.`,
  'corpus-unwritable': ({ folder, detail }) =>
    `Nothing can be written to ${folder} (${detail}).\nCheck the folder's permissions and the free disk space.`,
  'discord-application-missing': () =>
    'DISCORD_APPLICATION_ID or DISCORD_TOKEN is not set, and registering commands needs both.\nCopy them from the page of your application (General Information and Bot) into .env.',
  'discord-token-invalid': () =>
    'Discord does not accept DISCORD_TOKEN: it is wrong or was reset.\nCopy the token anew from the Bot page of your application into .env.',
  'discord-intents-refused': () =>
    'Discord refuses what the bot asks to be told of.\nNewsquote needs no privileged intent: check that DISCORD_TOKEN belongs to your application, and report this if it does.',
  'port-taken': ({ host, port, settings }) =>
    `Something else listens at ${host}:${port} already, perhaps a Newsquote that you started before.\nStop it, or set ${settings}_PORT to another port (0: any that is free).`,
  'host-unusable': ({ host, port, settings, detail }) =>
    `Nothing can be served at ${host}:${port} (${detail}).\nSet ${settings}_HOST to an address of this machine, such as 127.0.0.1, and ${settings}_PORT to a port above 1023.`,
  'discord-unreachable': ({ detail }) =>
    `Discord can not be reached (${detail}).\nCheck the network, or DISCORD_API_URL if you set it, and start again.`,
};

/** An error worded for a terminal. */
export function describeError({ code, context }: UserError): string {
  return errorMessages[code](wordContext(context));
}

function wordContext(context: ErrorContext): Readonly<Record<string, string>> {
  const words = Object.entries(context).map(([name, value]) => [
    name,
    plainText(typeof value === 'object' ? value.join(', ') : String(value)),
  ]);
  return new Proxy(Object.fromEntries(words) as Record<string, string>, {
    get: (all, name) => all[String(name)] ?? '',
  });
}

const setAsideMessages: Record<SetAsideReason, string> = {
  'format-unknown': 'is of no format that is read. Convert it to one of those named here',
  link: 'is a link; links are not followed. Copy the file into the corpus',
  'special-file': 'is not an ordinary file. Remove it from the corpus',
  outside: 'is outside the corpus folder. Build the index again with --force',
  'too-large': 'is too large. Split it into pages',
  unreadable: 'could not be read. Check its permissions',
  binary: 'holds binary data, not text. Convert it to UTF-8 text, or move it out of the corpus',
  'charset-unknown':
    'is in an encoding that could not be told for certain. Convert it to UTF-8, for example with iconv',
  'charset-wrong': 'is not in the encoding that it claims. Convert it to UTF-8, for example with iconv',
  empty: 'is empty. Fill it or remove it',
  'too-complex': 'is built in a way that is not read. Simplify it, or move it out of the corpus',
  damaged: 'is damaged. Repair it or remove it',
  encrypted: 'is encrypted. Save it without a password',
  'no-text': 'holds images but no text. Run it through OCR first',
  'no-article': 'has no article: no text under a headline was found. See corpus/README.md for the format',
  'record-invalid': 'holds a record that is no article; the others were read. Repair the record',
};

/** Why a file was set aside and what to do about it. */
export function describeSetAside({ path, reason, detail }: SetAside): string {
  return plainText(`${path} ${setAsideMessages[reason]}${detail === '' ? '' : ` (${detail})`}.`);
}

/** Which other outlets print the sentence that answers in the same words; `copies` is not empty. */
export function describeCopies(copies: readonly RelatedArticle[]): string {
  const outlets = copies.map(({ source, publishedOn }) =>
    publishedOn === null ? source : `${source} (${publishedOn})`,
  );
  return plainText(`Also in: ${[...new Set(outlets)].join(', ')}`);
}

/** That the article quoted was corrected, when and where. */
export function describeCorrection({ title, publishedOn, articleId }: RelatedArticle): string {
  const date = publishedOn === null ? '' : ` on ${publishedOn}`;
  return plainText(`This article was corrected${date}: “${title}” (article ${articleId})`);
}
