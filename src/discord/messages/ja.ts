import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'ja';
const articles = (count: number): string => plural(locale, count, { other: '#件' });
const sources = (count: number): string => plural(locale, count, { other: '#件' });
const range = (from: number, to: number): string => (from === to ? String(from) : `${from}～${to}`);

/** Japanese, in the polite style. */
export const ja: Messages = {
  locale,
  commands: {
    ask: {
      name: '質問',
      description: '質問すると、ニュース記事の原文をそのまま引用して答えます',
      question: { name: '質問', description: '知りたいこと（どの言語でもかまいません）' },
      since: { name: '開始日', description: 'この日以降の記事のみ：2026-03-01、2026-03、先週' },
      until: { name: '終了日', description: 'この日までの記事のみ：2026-03-31、2026-03、昨日' },
      source: { name: '情報源', description: 'この情報源の記事のみ' },
      language: { name: '言語', description: 'この言語の記事のみ' },
      private: { name: '非公開', description: '回答を自分だけに表示します（あとで共有できます）' },
    },
    latest: {
      name: '最新',
      description: '最新の記事',
      source: { name: '情報源', description: 'この情報源の記事のみ' },
      topic: { name: '話題', description: 'この話題についての記事のみ' },
    },
    article: {
      name: '記事',
      description: '記事を探して読みます',
      find: {
        name: '検索',
        description: 'タイトルの言葉で記事を探します',
        words: { name: 'キーワード', description: 'タイトルの言葉、情報源、または 2026-03 のような日付' },
      },
      show: {
        name: '表示',
        description: '記事を1ページずつ読みます',
        article: { name: '記事', description: 'タイトルの最初の文字を入力してください' },
      },
    },
    sources: { name: '情報源', description: '回答のもとになる情報源' },
    help: { name: 'ヘルプ', description: '質問できることと、質問のしかた' },
    privacy: { name: 'プライバシー', description: 'あなたについて保存されるもの、されないもの' },
    check: 'ニュースと照らし合わせる',
  },
  buttons: {
    more: 'ほかの引用',
    previous: '前へ',
    next: '次へ',
    showInArticle: '記事の中で見る',
    article: '記事を読む',
    share: '共有',
    helpful: '役に立った',
    wrong: '問題あり',
    original: '元のページ',
  },
  answer: {
    notSure: '質問の答えになっているか確かではありません。記事の中で最も近い記述は次のとおりです。',
    notFound: '記事の中に、この質問の答えはありません。',
    openNearest: '最も近い記事から選んで開く',
    onlySince: (date, phrase) => `${date}以降の記事のみ（「${phrase}」）。`,
    newest: (date, age) => `引用した最新の記事：${date}、${age}`,
    lines: (from, to) => `${range(from, to)}行目`,
    differ: (figures) => `媒体によって異なります：${figures}`,
    alsoIn: (names) => `ほかの掲載元：${names}`,
    corrected: (title, date) => `この記事は${date === null ? '' : `${date}に`}訂正されています：${title}`,
    note: (note) => `モデレーターからの補足：${note}`,
    withheld: (title) =>
      `「${title}」からの引用は表示していません。索引の作成後にページが変更されたためです。`,
    withdrawn: 'この引用は取り下げられました。元の記事が取り下げられたためです。',
    sharedBy: (user) => `${user}さんが共有しました`,
    quotesOf: (from, to, total) => `引用 ${range(from, to)}（全${total}件）`,
  },
  check: {
    heading: 'このメッセージについて記事に書かれていること',
    nothing: '記事には、これについての記述がありません。',
    noClaims: 'このメッセージには文がないため、調べられることがありません。',
    onlyFirst: (count) => `最初の${count}件の記述だけを調べました。`,
    noVerdict: 'これらは記事の中で最も近い記述であり、真偽の判定ではありません。記事の中でお読みください。',
  },
  lists: {
    latest: '最新の記事',
    latestAbout: (topic) => `「${topic}」についての最新の記事`,
    found: (words) => `「${words}」を含む記事`,
    none: '該当する記事はありません。',
    open: '記事を開く',
    sources: '情報源',
    sourceLine: (count, languages) => `記事${articles(count)} · ${languages}`,
    newest: (date) => `最新 ${date}`,
    page: (page, total) => (total === null ? `${page}ページ` : `${page}/${total}ページ`),
    undated: '日付なし',
  },
  article: {
    by: (authors) => `文：${authors}`,
    page: (page, total) => `${page}/${total}ページ`,
    inContext: '引用（太字）とその前後の文',
    gone: 'この記事はもうありません。',
  },
  feedback: {
    thanks:
      'ありがとうございます。モデレーターには選択内容だけが伝わります。質問の文章は保存されないため、見えません。',
    modalTitle: 'どこに問題がありますか？',
    modalQuestion: 'この回答のどこに問題がありますか？',
    reasons: {
      'wrong-article': '別のことについての記事である',
      outdated: '情報が古い',
      'cut-badly': '引用の切り取り方が誤解を招く',
      'not-an-answer': '質問の答えになっていない',
      other: 'その他',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `質問の間隔が短すぎます。${plural(locale, seconds, { other: '#秒' })}後にもう一度お試しください。`,
    busy: 'ただいま質問が混み合っています。少し待ってからもう一度お試しください。',
    starting: 'まだ準備中です。1分ほど待ってからもう一度お試しください。',
    wrongChannel: (channels) => `このサーバーでは ${channels} で質問にお答えします。`,
    onlyAsker: 'この操作ができるのは質問した本人だけです。',
    outdatedButton: 'このボタンはもう使えません。/質問 でもう一度質問してください。',
    emptyMention:
      'ニュースについて質問してください。メンションに続けて質問を書くか、/質問 コマンドを使ってください。',
    incident: (id) =>
      `こちら側で問題が発生しました。あなたの操作のせいではありません。もう一度起きた場合は、モデレーターにこの番号を伝えてください：\`${id}\``,
    questionEmpty: '質問が入っていません。知りたいことを書いてください。',
    questionTooLong: (length, maximum) =>
      `質問が${length}文字あります。読めるのは${maximum}文字までです。一度に一つのことを質問してください。`,
    sourceUnknown: (source) => `「${source}」の記事はありません。情報源の一覧は /情報源 で確認できます。`,
    dateUnreadable: (text) =>
      `「${text}」を日付として読み取れません。2026-03-01、2026-03、2026、または「先週」のように書いてください。`,
    languageUnknown: (text) => `「${text}」の記事はありません。言語の一覧は /情報源 で確認できます。`,
    articleUnknown: 'その記事はありません。入力中に表示される一覧から選んでください。',
    notAllowed: 'ここでこの操作をする権限がありません。',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `ニュースについての質問に、記事の原文をそのまま引用してお答えします。引用元は情報源${sources(sourceCount)}、記事${articles(articleCount)}で、どの引用にも正確な位置を示します。記事に答えがないときは、そうお伝えします。`,
    '**/質問** どの言語でも質問できます。`開始日`、`終了日`、`情報源`、`言語` で絞り込めます。`非公開` を使うと、回答は自分だけに表示されます。',
    'メンションに続けて質問を書いたり、ダイレクトメッセージを送ったり、回答に返信してさらに質問したりすることもできます。',
    '**/最新** は最新の記事を表示し、**/記事** は記事を探して表示し、**/情報源** は記事の提供元を一覧で表示します。',
    '誰かのメッセージについて記事に何が書かれているかを調べるには、メッセージのメニュー → アプリ → **ニュースと照らし合わせる** を選んでください。',
  ],
  privacy: [
    'あなたの質問は、読んで答えたあとに破棄されます。質問もメッセージも、保存されたりログに残されたりすることはありません。',
    '回答について90日間保存するのは、引用がどの記事のどこにあるか、どのメッセージに表示されているか、誰が質問したかです。これは、取り下げられた記事を回答から取り除くためです。フィードバックも同じ期間、誰のものかとともに保存しますが、内容は選択した項目だけです。モデレーターの決定は、誰が決めたかとともに保存します。',
    'すべては、このボットを運営する人のコンピューター上で動いています。ほかの誰にも何も送信されません。',
    'あなたについて保存されている情報を削除したいときは、このボットを運営する人に依頼してください。必要であれば、このサーバーのモデレーターを通してください。',
  ],
  presence: {
    ready: (count) => `記事${articles(count)} · /質問`,
    starting: '準備中',
  },
};
