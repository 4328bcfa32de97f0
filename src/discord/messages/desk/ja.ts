import { plural } from '../messages.ts';
import type { DeskMessages } from './desk-messages.ts';

const locale = 'ja';
const items = (count: number): string => plural(locale, count, { other: '#件' });
const anArticle = { name: '記事', description: 'タイトルの最初の文字を入力してください' };
const aFeed = { name: 'フィード', description: '名前の最初の文字を入力してください' };

/** Japanese, in the polite style. */
export const deskJa: DeskMessages = {
  commands: {
    pull: {
      name: '取得',
      description: '記事をここに投稿するか、ウェブから取り込みます',
      article: { name: '記事', description: '登録済みの記事をここに投稿します', article: anArticle },
      url: {
        name: 'アドレス',
        description: 'ウェブから記事を取得し、質問で見つかるようにします',
        url: { name: 'アドレス', description: '記事のアドレス（https:// で始まるもの）' },
      },
      feed: { name: 'フィード', description: 'フィードを今すぐ読み取ります', feed: aFeed },
      file: {
        name: 'ファイル',
        description: 'ファイルから記事を取り込みます',
        file: { name: 'ファイル', description: '.md、.txt、.html、.pdf のいずれかのファイル' },
      },
    },
    feed: {
      name: 'フィード',
      description: '新しい記事を自動で取り込むフィード',
      add: {
        name: '追加',
        description: 'フィードを購読します',
        url: { name: 'アドレス', description: 'フィードのアドレス（RSS、Atom、JSON Feed）' },
        called: { name: '名前', description: 'ここで使うフィードの名前' },
        channel: { name: 'チャンネル', description: '新しい記事を知らせるチャンネル' },
        topic: { name: '話題', description: 'この言葉を含む記事だけを知らせます' },
      },
      remove: {
        name: '削除',
        description: 'フィードの購読をやめます（取り込んだ記事は残ります）',
        feed: aFeed,
      },
      pause: { name: '一時停止', description: 'フィードを一時停止または再開します', feed: aFeed },
      list: { name: '一覧', description: 'すべてのフィードとその状態' },
    },
    withdraw: {
      name: '取り下げ',
      description: '記事をすべての回答からただちに外します',
      article: anArticle,
      reason: { name: '理由', description: '取り下げる理由（ほかのモデレーターに表示されます）' },
      everywhere: {
        name: '全サーバー',
        description: 'すべてのサーバーで実行します（ボットを運営する人のみ）',
      },
    },
    restore: {
      name: '復元',
      description: '取り下げた記事を再び回答に使えるようにします',
      article: { name: '記事', description: '取り下げられた記事のうちの一つ' },
      everywhere: {
        name: '全サーバー',
        description: 'すべてのサーバーで実行します（ボットを運営する人のみ）',
      },
    },
    correct: {
      name: '訂正',
      description: '記事のすべての引用の下に補足を表示します',
      article: anArticle,
      note: { name: '補足', description: '補足の内容（省略すると、今の補足を取り消します）' },
    },
    settings: { name: '設定', description: 'このサーバーでのボットの動作' },
    audit: { name: '操作履歴', description: 'モデレーターが行ったこと' },
    feedback: { name: 'フィードバック', description: 'メンバーが「問題あり」とした回答' },
    status: { name: '状態', description: 'ボットと記事の状態' },
  },
  withdrawn: (title, changed) =>
    `取り下げました：${title}。投稿済みのメッセージ${items(changed)}を変更しました。`,
  withdrawing: (title, changed, total) =>
    `取り下げました：${title}。投稿済みのメッセージを変更しています（${items(total)}中${items(changed)}）。`,
  alreadyWithdrawn: (title) => `すでに取り下げられています：${title}。理由を書き換えました。`,
  restored: (title) => `復元しました：${title}。`,
  notWithdrawn: (title) => `ここでは取り下げられていません：${title}。`,
  corrected: (title) => `すべての引用の下に補足を表示します：${title}。`,
  noteRemoved: (title) => `補足を取り消しました：${title}。`,
  noNote: (title) => `この記事に補足はありません：${title}。`,
  onlyOwner: 'すべてのサーバーで実行できるのは、このボットを運営する人だけです。',
  onlyInServers: 'これはサーバーの中でのみ使えます。',
  pull: {
    found: '次の内容が見つかりました：',
    language: (name) => `言語：${name}`,
    duplicate: (title) => `この記事はすでにあります：${title}`,
    wasWithdrawn: 'この記事は取り下げられています。もう一度取り込んでも復元されません。',
    confirm: '取り込む',
    cancel: '取り込まない',
    cancelled: '何も取り込みませんでした。',
    indexed: (count) => `記事${items(count)}を取り込みました。これで質問から見つかります。`,
    expired: '時間が経ちすぎたため、取り込めません。もう一度記事を取得してください。',
    refused: (host) =>
      `${host} のアドレスは取得できません。公開されたウェブページではないか、所有者が取り込みを認めていません。`,
    unreachable: (host) => `${host} から応答がないか、遅すぎます。時間をおいてもう一度お試しください。`,
    notFound: (host) => `${host} にそのページはありません。`,
    closed: 'ここでは記事を取り込めません。',
    notReadable: (name) => `${name} には、記事として読み取れるものがありません。`,
    tooLarge: (maximum) => `ファイルが大きすぎます。受け取れるのは${maximum} MBまでです。`,
  },
  feeds: {
    heading: 'フィード',
    none: '購読しているフィードはありません。/フィード 追加 で購読できます。',
    added: (name, count) => `フィードを購読しました：${name}。記事${items(count)}を取り込みました。`,
    removed: (name) => `フィードの購読をやめました：${name}。取り込んだ記事は残ります。`,
    paused: (name) => `フィードを一時停止しました：${name}。`,
    resumed: (name) => `フィードの購読を再開しました：${name}。`,
    polled: (name, count) => `${name}：新しい記事または変更された記事${items(count)}。`,
    notRead: (name, code) => `${name} を読み取れませんでした（${code}）。`,
    unknown: 'そのフィードはありません。入力中に表示される一覧から選んでください。',
    isPaused: '一時停止中',
    lastSuccess: (age) => `最後の読み取り：${age}`,
    neverPolled: '未読み取り',
    failures: (count, code) => `${plural(locale, count, { other: '#回' })}失敗（${code}）`,
    announcement: (feed) => `${feed}の新着記事`,
  },
  settings: {
    heading: 'このサーバーの設定',
    channels: '質問に答えるチャンネル',
    everyChannel: 'すべてのチャンネル',
    roles: 'モデレーター用コマンドを使えるロール',
    noRoles: '「メッセージの管理」権限を持つ人のみ',
    sources: '検索する情報源',
    allSources: 'すべての情報源',
    language: 'メンションに答えるときの言語',
    serverLanguage: 'サーバーの言語',
    mentions: (isOn) => `メンションへの回答：${isOn ? 'オン' : 'オフ'}`,
    private: (isOn) => `回答を質問した本人だけに表示：${isOn ? 'オン' : 'オフ'}`,
    timeZone: (zone) => `タイムゾーン：${zone}`,
    cooldown: (seconds) => `同じ人が次に質問できるまでの間隔：${plural(locale, seconds, { other: '#秒' })}`,
    edit: 'タイムゾーンと質問の間隔',
    formTitle: 'タイムゾーンと質問の間隔',
    timeZoneField: 'タイムゾーン（例：Europe/Madrid）',
    cooldownField: '同じ人が次に質問できるまでの秒数',
    timeZoneUnknown: (zone) =>
      `「${zone}」というタイムゾーンはありません。Europe/Madrid や Asia/Shanghai のように書いてください。`,
    cooldownWrong: (minimum, maximum) => `秒数は${minimum}から${maximum}までの数字で書いてください。`,
    turnOn: 'オンにする',
    turnOff: 'オフにする',
  },
  audit: {
    heading: 'モデレーターが行ったこと',
    none: 'まだ何もありません。',
    refused: '拒否',
    acts: {
      settings: '設定を変更',
      withdraw: '記事を取り下げ',
      restore: '記事を復元',
      correct: '記事に補足を追加',
      'remove-correction': '記事の補足を取り消し',
      'add-feed': 'フィードを購読',
      'remove-feed': 'フィードの購読を中止',
      'pause-feed': 'フィードを一時停止',
      'resume-feed': 'フィードを再開',
      pull: '取り込み',
    },
  },
  feedback: {
    heading: 'メンバーが「問題あり」とした回答',
    none: '「問題あり」とされた回答はありません。',
    goneQuotes: 'この回答の引用はもうありません。',
    show: '回答を見る',
  },
  status: {
    heading: '状態',
    index: (articleCount, sourceCount, chunks) =>
      `情報源${items(sourceCount)}、記事${items(articleCount)}、断片${items(chunks)}`,
    newest: (age) => `最新の記事：${age}`,
    feeds: (count, failing) =>
      `フィード${items(count)}${failing === 0 ? '' : `（うち${failing}件は読み取りに失敗）`}`,
    queue: (count) => `待機中または回答中の質問：${items(count)}`,
    memory: (megabytes) => `メモリー：${megabytes} MB`,
    running: (since, version) => `バージョン ${version}、${since}から稼働中`,
  },
};
