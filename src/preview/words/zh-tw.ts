import type { PageWords } from './page-words.ts';

/** The page in Traditional Chinese. */
export const zhTw: PageWords = {
  nav: {
    sections: '版塊',
    chat: '聊天',
    archive: '文章庫',
    quality: '品質',
  },
  settings: {
    language: '語言',
    theme: '外觀',
    system: '跟隨系統',
    light: '淺色',
    dark: '深色',
    moderator: '管理員模式',
  },
  chat: {
    channel: '問新聞',
    intro:
      '這裡就是機器人在 Discord 裡的樣子，它根據你的文章作答。你寫的內容不會離開這台機器，問題也不會保存。',
    askAbout: '問問最新文章：',
    messages: '訊息',
    placeholder: '傳訊息給 Newsquote，或輸入 / 使用指令',
    send: '傳送',
    you: '你',
    app: '應用程式',
    used: '使用了 {command}',
    onlyYou: '只有你能看到',
    dismiss: '關閉',
    reply: '回覆',
    replyingTo: '正在回覆 Newsquote',
    cancel: '取消',
    actions: '對這則訊息的操作',
    commands: '指令',
    noCommands: '沒有這個指令',
    optional: '選填',
    suggestions: '建議',
    yes: '是',
    no: '否',
    looking: 'Newsquote 正在查找……',
    submit: '送出',
    failed: '伺服器沒有回應。它還在執行嗎？',
  },
  start: {
    opening: '正在開啟索引……',
    building: '正在首次建立索引，完成後即可提問。',
    read: '讀取頁面',
    embed: '計算句子向量',
    store: '儲存文章',
    vectors: '建立向量索引',
  },
};
