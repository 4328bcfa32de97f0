import type { PageWords } from './page-words.ts';

/** The page in Brazilian Portuguese. */
export const ptBr: PageWords = {
  nav: {
    sections: 'Seções',
    chat: 'Conversa',
    archive: 'Arquivo',
    quality: 'Qualidade',
  },
  settings: {
    language: 'Idioma',
    theme: 'Aparência',
    system: 'Como o sistema',
    light: 'Claro',
    dark: 'Escuro',
    moderator: 'Modo moderador',
  },
  chat: {
    channel: 'pergunte-às-notícias',
    intro:
      'É assim que o bot aparece no Discord; ele responde com os seus artigos. Nada do que você escreve sai desta máquina, e nenhuma pergunta é guardada.',
    askAbout: 'Pergunte sobre um dos artigos mais recentes:',
    messages: 'Mensagens',
    placeholder: 'Mensagem para Newsquote, ou / para comandos',
    send: 'Enviar',
    you: 'Você',
    app: 'APP',
    used: 'usou {command}',
    onlyYou: 'Só você pode ver isto',
    dismiss: 'Dispensar',
    reply: 'Responder',
    replyingTo: 'Respondendo a Newsquote',
    cancel: 'Cancelar',
    actions: 'Ações desta mensagem',
    commands: 'Comandos',
    noCommands: 'Não há esse comando',
    optional: 'Opcional',
    suggestions: 'Sugestões',
    yes: 'Sim',
    no: 'Não',
    looking: 'Newsquote está procurando…',
    submit: 'Enviar',
    failed: 'O servidor não responde. Ele ainda está em execução?',
  },
  start: {
    opening: 'Abrindo o índice…',
    building: 'Criando o índice pela primeira vez. Você poderá perguntar assim que terminar.',
    read: 'Lendo páginas',
    embed: 'Calculando frases',
    store: 'Guardando artigos',
    vectors: 'Criando o índice vetorial',
  },
};
