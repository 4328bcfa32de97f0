import type { PageWords } from './page-words.ts';

/** The page in Simplified Chinese. */
export const zhCn: PageWords = {
  nav: {
    sections: '版块',
    chat: '聊天',
    archive: '文章库',
    quality: '质量',
  },
  settings: {
    language: '语言',
    theme: '外观',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    moderator: '管理员模式',
  },
  chat: {
    channel: '问新闻',
    intro:
      '这里就是机器人在 Discord 里的样子，它根据你的文章作答。你写的内容不会离开这台机器，问题也不会保存。',
    askAbout: '问问最新文章：',
    messages: '消息',
    placeholder: '给 Newsquote 发消息，或输入 / 使用命令',
    send: '发送',
    you: '你',
    app: '应用',
    used: '使用了 {command}',
    onlyYou: '只有你能看到',
    dismiss: '关闭',
    reply: '回复',
    replyingTo: '正在回复 Newsquote',
    cancel: '取消',
    actions: '对这条消息的操作',
    commands: '命令',
    noCommands: '没有这个命令',
    optional: '可选',
    suggestions: '建议',
    yes: '是',
    no: '否',
    looking: 'Newsquote 正在查找……',
    submit: '提交',
    failed: '服务器没有回应。它还在运行吗？',
  },
  start: {
    opening: '正在打开索引……',
    building: '正在首次建立索引，完成后即可提问。',
    read: '读取页面',
    embed: '计算句子向量',
    store: '保存文章',
    vectors: '建立向量索引',
  },
};
