import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'zh-TW';
const articles = (count: number): string => plural(locale, count, { other: '# 篇文章' });
const sources = (count: number): string => plural(locale, count, { other: '# 個來源' });
const range = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

/** Chinese as written in Taiwan, in traditional characters and with Taiwan's words. */
export const zhTw: Messages = {
  locale,
  commands: {
    ask: {
      name: '提問',
      description: '提出問題，回答會逐字引用新聞文章',
      question: { name: '問題', description: '您想知道什麼，任何語言都可以' },
      since: { name: '起始日期', description: '只看這天之後（含當天）的文章：2026-03-01、2026-03、上週' },
      until: { name: '截止日期', description: '只看這天之前（含當天）的文章：2026-03-31、2026-03、昨天' },
      source: { name: '來源', description: '只看這個來源的文章' },
      language: { name: '語言', description: '只看這個語言的文章' },
      private: { name: '僅自己可見', description: '回答只有您看得到，之後仍可分享' },
    },
    latest: {
      name: '最新',
      description: '最新的文章',
      source: { name: '來源', description: '只看這個來源的文章' },
      topic: { name: '主題', description: '只看與此相關的文章' },
    },
    article: {
      name: '文章',
      description: '搜尋並閱讀文章',
      find: {
        name: '搜尋',
        description: '以標題中的字詞搜尋文章',
        words: { name: '關鍵字', description: '標題中的字詞、來源，或像 2026-03 這樣的日期' },
      },
      show: {
        name: '閱讀',
        description: '逐頁閱讀一篇文章',
        article: { name: '文章', description: '輸入標題的前幾個字' },
      },
    },
    sources: { name: '來源', description: '回答問題時所依據的來源' },
    help: { name: '說明', description: '可以問什麼、怎麼問' },
    privacy: { name: '隱私權', description: '會儲存哪些關於您的資料，哪些不會' },
    check: '與新聞報導比對',
  },
  buttons: {
    more: '更多引文',
    previous: '上一頁',
    next: '下一頁',
    showInArticle: '在文章中檢視',
    article: '閱讀文章',
    share: '分享',
    helpful: '有幫助',
    wrong: '有問題',
    original: '原始網頁',
  },
  answer: {
    notSure: '不確定以下內容是否回答了這個問題。文章中最接近的原文是：',
    notFound: '現有的文章沒有回答這個問題。',
    openNearest: '開啟一篇最接近的文章',
    onlySince: (date, phrase) => `僅限 ${date} 以來的文章（「${phrase}」）。`,
    newest: (date, age) => `引用的最新文章：${date}，${age}`,
    lines: (from, to) => `第 ${range(from, to)} 行`,
    differ: (figures) => `各家報導不一：${figures}`,
    alsoIn: (names) => `另見：${names}`,
    corrected: (title, date) => `這篇文章已${date === null ? '' : `於 ${date} `}更正：${title}`,
    note: (note) => `管理員附註：${note}`,
    withheld: (title) => `「${title}」中的一段引文暫不顯示：該網頁在收錄之後有更動。`,
    withdrawn: '這段引文已撤下：所屬的文章已被撤回。',
    sharedBy: (user) => `由 ${user} 分享`,
    quotesOf: (from, to, total) => `第 ${range(from, to)} 則引文，共 ${total} 則`,
  },
  check: {
    heading: '關於這則訊息，文章是這樣寫的',
    nothing: '文章中沒有提到這件事。',
    noClaims: '這則訊息裡沒有完整的句子，無從查證。',
    onlyFirst: (count) => `只查了前 ${count} 個說法。`,
    noVerdict: '這些是文章中最接近的原文，並非真偽的判定。請到文章中閱讀前後文。',
  },
  lists: {
    latest: '最新文章',
    latestAbout: (topic) => `關於「${topic}」的最新文章`,
    found: (words) => `含有「${words}」的文章`,
    none: '沒有符合條件的文章。',
    open: '開啟一篇文章',
    sources: '來源',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `最新一篇：${date}`,
    page: (page, total) => (total === null ? `第 ${page} 頁` : `第 ${page} 頁，共 ${total} 頁`),
    undated: '無日期',
  },
  article: {
    by: (authors) => `作者：${authors}`,
    page: (page, total) => `第 ${page} 頁，共 ${total} 頁`,
    inContext: '引文（粗體）及其前後文',
    gone: '這篇文章已經不在這裡了。',
  },
  feedback: {
    thanks: '謝謝您。管理員會看到您的選擇，但看不到您的問題，因為問題不會被儲存。',
    modalTitle: '哪裡有問題？',
    modalQuestion: '這個回答有什麼問題？',
    reasons: {
      'wrong-article': '講的是另一件事',
      outdated: '內容已經過時',
      'cut-badly': '引文斷章取義，容易誤導',
      'not-an-answer': '沒有回答問題',
      other: '其他問題',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `您問得太快，我來不及查閱。請在 ${plural(locale, seconds, { other: '# 秒' })}後再試一次。`,
    busy: '現在提問的人很多，請稍後再試。',
    starting: '我還在準備中，請過一分鐘再試。',
    wrongChannel: (channels) => `在這個伺服器裡，我在 ${channels} 回答問題。`,
    onlyAsker: '只有提問者本人可以這麼做。',
    outdatedButton: '這個按鈕已經失效。請用 /提問 重新提問。',
    emptyMention: '歡迎問我與新聞有關的問題：提及我（@）並寫下問題，或使用 /提問 指令。',
    incident: (id) => `發生錯誤，是我這邊的問題，與您無關。如果再次發生，請將這個編號告訴管理員：\`${id}\``,
    questionEmpty: '這裡面沒有問題。請寫下您想知道的事。',
    questionTooLong: (length, maximum) =>
      `這個問題有 ${length} 個字元，我最多只能讀 ${maximum} 個。請一次只問一件事。`,
    sourceUnknown: (source) => `沒有來自「${source}」的文章。用 /來源 可以查看有哪些來源。`,
    dateUnreadable: (text) => `無法將「${text}」辨識為日期。請寫 2026-03-01、2026-03、2026 或「上週」。`,
    languageUnknown: (text) => `沒有「${text}」的文章。用 /來源 可以查看有哪些語言。`,
    articleUnknown: '沒有這篇文章。請在輸入時從清單中選擇。',
    notAllowed: '您在這裡沒有權限這麼做。',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `我用新聞原文回答問題：逐字引用來自 ${sources(sourceCount)}的 ${articles(articleCount)}，並標明每段引文的確切位置。如果文章沒有答案，我會直接告訴您。`,
    '**/提問** 可以用任何語言提問。用 `起始日期`、`截止日期`、`來源` 或 `語言` 縮小範圍；選擇 `僅自己可見`，回答就只有您看得到。',
    '您也可以提及我（@）並寫下問題、直接私訊我，或回覆我的回答繼續追問。',
    '**/最新** 顯示最新的文章，**/文章** 搜尋並顯示一篇文章，**/來源** 列出文章的出處。',
    '想知道文章對某人的訊息怎麼說：開啟那則訊息的選單 → 應用程式 → **與新聞報導比對**。',
  ],
  privacy: [
    '您的問題在讀取、回答之後就不會留下：任何問題與訊息都不會被儲存，也不會寫入紀錄檔。',
    '對於每則回答，我會在 90 天內保留引文位於哪些文章的哪個位置、顯示在哪則訊息、由誰提問，以便在文章撤回時將它從回答中移除。您的意見回饋會保留同樣久，並記下是誰給的，但只保留您的選擇。管理員的決定會連同由誰決定一起保留。',
    '一切都在架設者自己的機器上執行，不會將任何內容傳送給其他人。',
    '如果要刪除所保留的您的資料，請聯絡架設者，必要時可透過這個伺服器的管理員。',
  ],
  presence: {
    ready: (count) => `${articles(count)} · /提問`,
    starting: '準備中',
  },
};
