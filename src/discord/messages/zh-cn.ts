import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'zh-CN';
const articles = (count: number): string => plural(locale, count, { other: '# 篇文章' });
const sources = (count: number): string => plural(locale, count, { other: '# 个来源' });
const range = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

/** Chinese as written on the mainland, in simplified characters. */
export const zhCn: Messages = {
  locale,
  commands: {
    ask: {
      name: '提问',
      description: '提出问题，回答逐字引自新闻文章',
      question: { name: '问题', description: '您想知道什么，可以使用任何语言' },
      since: { name: '起始日期', description: '只看从这一天起的文章：2026-03-01、2026-03、上周' },
      until: { name: '截止日期', description: '只看到这一天为止的文章：2026-03-31、2026-03、昨天' },
      source: { name: '来源', description: '只看这个来源的文章' },
      language: { name: '语言', description: '只看这种语言的文章' },
      private: { name: '仅自己可见', description: '回答只显示给您一个人，之后仍可分享' },
    },
    latest: {
      name: '最新',
      description: '最新的文章',
      source: { name: '来源', description: '只看这个来源的文章' },
      topic: { name: '主题', description: '只看与此有关的文章' },
    },
    article: {
      name: '文章',
      description: '查找并阅读文章',
      find: {
        name: '查找',
        description: '按标题中的词查找文章',
        words: { name: '关键词', description: '标题中的词、来源，或 2026-03 这样的日期' },
      },
      show: {
        name: '阅读',
        description: '逐页阅读一篇文章',
        article: { name: '文章', description: '输入标题的开头' },
      },
    },
    sources: { name: '来源', description: '回答问题所依据的来源' },
    help: { name: '帮助', description: '可以问什么，怎么问' },
    privacy: { name: '隐私', description: '会保存您的哪些信息，不会保存哪些' },
    check: '与新闻报道对照',
  },
  buttons: {
    more: '更多引文',
    previous: '上一页',
    next: '下一页',
    showInArticle: '在文章中查看',
    article: '阅读文章',
    share: '分享',
    helpful: '有帮助',
    wrong: '有问题',
    original: '原网页',
  },
  answer: {
    notSure: '不确定以下内容是否回答了这个问题。文章中最接近的原文是：',
    notFound: '现有文章没有回答这个问题。',
    openNearest: '打开一篇最接近的文章',
    onlySince: (date, phrase) => `仅限 ${date} 以来的文章（“${phrase}”）。`,
    newest: (date, age) => `最新的引用文章：${date}，${age}`,
    lines: (from, to) => `第 ${range(from, to)} 行`,
    differ: (figures) => `各家报道不一：${figures}`,
    alsoIn: (names) => `另见：${names}`,
    corrected: (title, date) => `这篇文章已${date === null ? '' : `于 ${date} `}更正：${title}`,
    note: (note) => `管理员说明：${note}`,
    withheld: (title) => `“${title}”中的一段引文未予显示：该网页在收录之后有改动。`,
    withdrawn: '这段引文已撤下：所在的文章已被撤回。',
    sharedBy: (user) => `由 ${user} 分享`,
    quotesOf: (from, to, total) => `第 ${range(from, to)} 条引文，共 ${total} 条`,
  },
  check: {
    heading: '关于这条消息，文章是这样写的',
    nothing: '文章中没有提到这件事。',
    noClaims: '这条消息里没有完整的句子，无从查证。',
    onlyFirst: (count) => `只查了前 ${count} 个说法。`,
    noVerdict: '这些是文章中最接近的原文，不代表对真伪的判断。请在文章中阅读上下文。',
  },
  lists: {
    latest: '最新文章',
    latestAbout: (topic) => `关于“${topic}”的最新文章`,
    found: (words) => `包含“${words}”的文章`,
    none: '没有符合条件的文章。',
    open: '打开一篇文章',
    sources: '来源',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `最新一篇：${date}`,
    page: (page, total) => (total === null ? `第 ${page} 页` : `第 ${page} 页，共 ${total} 页`),
    undated: '无日期',
  },
  article: {
    by: (authors) => `作者：${authors}`,
    page: (page, total) => `第 ${page} 页，共 ${total} 页`,
    inContext: '引文（粗体）及其上下文',
    gone: '这篇文章已不在这里。',
  },
  feedback: {
    thanks: '谢谢。管理员能看到您的选择，但看不到您的问题，因为问题不会被保存。',
    modalTitle: '哪里有问题？',
    modalQuestion: '这个回答有什么问题？',
    reasons: {
      'wrong-article': '说的是另一件事',
      outdated: '内容已经过时',
      'cut-badly': '引文截取不当，容易误导',
      'not-an-answer': '没有回答问题',
      other: '其他问题',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `您问得太快，我来不及查阅。请在 ${plural(locale, seconds, { other: '# 秒' })}后再试。`,
    busy: '现在提问的人很多，请稍后再试。',
    starting: '我还在准备，请过一分钟再试。',
    wrongChannel: (channels) => `在这个服务器里，我在 ${channels} 回答问题。`,
    onlyAsker: '只有提问者本人可以这样做。',
    outdatedButton: '这个按钮已失效。请用 /提问 重新提问。',
    emptyMention: '问我一个和新闻有关的问题吧：@我并写下问题，或使用 /提问 命令。',
    incident: (id) => `出错了，是我这边的问题，与您无关。如果再次发生，请把这个编号告诉管理员：\`${id}\``,
    questionEmpty: '这里面没有问题。请写下您想知道的事情。',
    questionTooLong: (length, maximum) =>
      `问题有 ${length} 个字符，我最多能读 ${maximum} 个。请一次只问一件事。`,
    sourceUnknown: (source) => `没有来自“${source}”的文章。用 /来源 可以查看有哪些来源。`,
    dateUnreadable: (text) => `无法把“${text}”识别为日期。请写 2026-03-01、2026-03、2026 或“上周”。`,
    languageUnknown: (text) => `没有“${text}”的文章。用 /来源 可以查看有哪些语言。`,
    articleUnknown: '没有这篇文章。请在输入时从列表中选择。',
    notAllowed: '您在这里没有权限这样做。',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `我用新闻原文回答问题：逐字引用来自 ${sources(sourceCount)}的 ${articles(articleCount)}，并标明每段引文的确切位置。如果文章没有给出答案，我会如实说明。`,
    '**/提问** 可以用任何语言提问。用 `起始日期`、`截止日期`、`来源` 或 `语言` 缩小范围；选择 `仅自己可见`，回答只显示给您一个人。',
    '您也可以 @我并写下问题、直接给我发私信，或回复我的某条回答继续追问。',
    '**/最新** 显示最新的文章，**/文章** 查找并显示一篇文章，**/来源** 列出文章的出处。',
    '想知道文章对某人的消息是怎么说的：打开那条消息的菜单 → 应用 → **与新闻报道对照**。',
  ],
  privacy: [
    '您的问题在读取、回答之后就会被忘掉：任何问题和消息都不会被保存，也不会写入日志。',
    '对于每个回答，我在 90 天内保存引文在哪些文章的什么位置、显示在哪条消息里、由谁提问，以便在文章撤回时把它从回答中去掉。您的反馈保存同样长的时间，并记下是谁给出的，但只保存您的选择。管理员的决定会连同由谁作出一起保存。',
    '一切都在部署者自己的机器上运行，不会向其他任何人发送任何内容。',
    '如需删除保存的与您有关的信息，请联系部署者，必要时可通过本服务器的管理员。',
  ],
  presence: {
    ready: (count) => `${articles(count)} · /提问`,
    starting: '正在准备',
  },
};
