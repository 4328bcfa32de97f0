import type { PageWords } from './page-words.ts';

/** The page in Japanese. */
export const ja: PageWords = {
  nav: {
    sections: 'セクション',
    chat: 'チャット',
    archive: 'アーカイブ',
    quality: '品質',
  },
  settings: {
    language: '言語',
    theme: '外観',
    system: 'システムに合わせる',
    light: 'ライト',
    dark: 'ダーク',
    moderator: 'モデレーターモード',
  },
  chat: {
    channel: 'ニュースに質問',
    intro:
      'ボットが Discord で表示されるとおりの画面です。あなたの記事から答えます。書いた内容はこのマシンの外に出ず、質問は保存されません。',
    askAbout: '最新の記事について質問：',
    messages: 'メッセージ',
    placeholder: 'Newsquote にメッセージ、/ でコマンド',
    send: '送信',
    you: 'あなた',
    app: 'アプリ',
    used: '{command} を使用',
    onlyYou: 'あなただけに表示されています',
    dismiss: '閉じる',
    reply: '返信',
    replyingTo: 'Newsquote に返信中',
    cancel: 'キャンセル',
    actions: 'このメッセージの操作',
    commands: 'コマンド',
    noCommands: 'そのコマンドはありません',
    optional: '任意',
    suggestions: '候補',
    yes: 'はい',
    no: 'いいえ',
    looking: 'Newsquote が探しています…',
    submit: '送信',
    failed: 'サーバーが応答しません。まだ動いていますか？',
  },
  start: {
    opening: '索引を開いています…',
    building: '初めての索引を作成しています。終わりしだい質問できます。',
    read: 'ページを読み込み中',
    embed: '文を埋め込み中',
    store: '記事を保存中',
    vectors: 'ベクトル索引を作成中',
  },
};
