import { plural } from '../messages.ts';
import type { DeskMessages } from './desk-messages.ts';

const locale = 'pt-BR';
const articles = (count: number): string =>
  plural(locale, count, { one: '# artigo', many: '# de artigos', other: '# artigos' });
const sources = (count: number): string =>
  plural(locale, count, { one: '# fonte', many: '# de fontes', other: '# fontes' });
const chunks = (count: number): string =>
  plural(locale, count, { one: '# trecho', many: '# de trechos', other: '# trechos' });
const addedArticles = (count: number): string =>
  plural(locale, count, {
    one: '# artigo adicionado',
    many: '# de artigos adicionados',
    other: '# artigos adicionados',
  });
const anArticle = { name: 'artigo', description: 'Comece a digitar o título' };
const aFeed = { name: 'feed', description: 'Comece a digitar o nome' };

/** Portuguese as written in Brazil. */
export const deskPtBr: DeskMessages = {
  commands: {
    pull: {
      name: 'trazer',
      description: 'Publique um artigo aqui ou traga um da web',
      article: {
        name: 'artigo',
        description: 'Publique aqui um dos artigos que já existem',
        article: anArticle,
      },
      url: {
        name: 'endereço',
        description: 'Traga um artigo da web para que as perguntas o encontrem',
        url: { name: 'endereço', description: 'Endereço do artigo, começando com https://' },
      },
      feed: { name: 'feed', description: 'Leia um feed agora', feed: aFeed },
      file: {
        name: 'arquivo',
        description: 'Adicione um artigo a partir de um arquivo',
        file: { name: 'arquivo', description: 'Um arquivo .md, .txt, .html ou .pdf' },
      },
    },
    feed: {
      name: 'feed',
      description: 'Feeds cujos artigos novos são adicionados automaticamente',
      add: {
        name: 'adicionar',
        description: 'Siga um feed',
        url: { name: 'endereço', description: 'Endereço do feed (RSS, Atom, JSON Feed)' },
        called: { name: 'nome', description: 'Como o feed se chama aqui' },
        channel: { name: 'canal', description: 'Onde os artigos novos são avisados' },
        topic: { name: 'assunto', description: 'Avise só sobre artigos com estas palavras' },
      },
      remove: { name: 'remover', description: 'Deixe de seguir um feed; os artigos dele ficam', feed: aFeed },
      pause: { name: 'pausar', description: 'Pause um feed ou retome-o', feed: aFeed },
      list: { name: 'lista', description: 'Todos os feeds e como eles estão' },
    },
    withdraw: {
      name: 'retirar',
      description: 'Oculte um artigo de todas as respostas, na hora',
      article: anArticle,
      reason: { name: 'motivo', description: 'Por quê; o resto da moderação vê' },
      everywhere: { name: 'global', description: 'Em todos os servidores; só para quem hospeda o bot' },
    },
    restore: {
      name: 'restaurar',
      description: 'Deixe que um artigo retirado volte a aparecer nas respostas',
      article: { name: 'artigo', description: 'Um dos artigos retirados' },
      everywhere: { name: 'global', description: 'Em todos os servidores; só para quem hospeda o bot' },
    },
    correct: {
      name: 'corrigir',
      description: 'Mostre uma nota abaixo de cada citação de um artigo',
      article: anArticle,
      note: { name: 'nota', description: 'A nota; deixe em branco para remover a atual' },
    },
    settings: { name: 'configurações', description: 'Como o bot se comporta neste servidor' },
    audit: { name: 'registro', description: 'O que a moderação fez' },
    feedback: { name: 'avaliações', description: 'Respostas que membros marcaram como incorretas' },
    status: { name: 'status', description: 'Como estão o bot e os artigos dele' },
  },
  withdrawn: (title, changed) =>
    `Retirado: ${title}. ${plural(locale, changed, { one: '# mensagem publicada foi alterada', many: '# de mensagens publicadas foram alteradas', other: '# mensagens publicadas foram alteradas' })}.`,
  withdrawing: (title, changed, total) =>
    `Retirado: ${title}. As mensagens publicadas estão sendo alteradas: ${changed} de ${total}.`,
  alreadyWithdrawn: (title) => `Já estava retirado: ${title}. O motivo foi substituído.`,
  restored: (title) => `Restaurado: ${title}.`,
  notWithdrawn: (title) => `Não está retirado aqui: ${title}.`,
  corrected: (title) => `A nota aparece abaixo de cada citação de ${title}.`,
  noteRemoved: (title) => `A nota de ${title} foi removida.`,
  noNote: (title) => `Não há nenhuma nota em ${title}.`,
  onlyOwner: 'Só quem hospeda o bot pode fazer isso para todos os servidores.',
  onlyInServers: 'Isto só funciona em servidores.',
  pull: {
    found: 'Isto foi encontrado:',
    language: (name) => `Idioma: ${name}`,
    duplicate: (title) => `Este artigo já existe: ${title}`,
    wasWithdrawn: 'Este artigo foi retirado. Adicioná-lo de novo não o restaura.',
    confirm: 'Adicionar',
    cancel: 'Não adicionar',
    cancelled: 'Nada foi adicionado.',
    indexed: (count) =>
      `${addedArticles(count)}. As perguntas já ${plural(locale, count, { one: 'o', other: 'os' })} encontram.`,
    expired: 'Esta proposta expirou. Traga o artigo de novo.',
    refused: (host) =>
      `O endereço de ${host} não é trazido: não é uma página pública, ou o dono não quer que ela seja guardada.`,
    unreachable: (host) => `${host} não responde, ou responde devagar demais. Tente de novo mais tarde.`,
    notFound: (host) => `Essa página não existe em ${host}.`,
    closed: 'Aqui não é possível incluir nada.',
    notReadable: (name) => `${name} não contém nada que possa ser lido como artigo.`,
    tooLarge: (maximum) => `O arquivo é grande demais; eu aceito no máximo ${maximum} MB.`,
  },
  feeds: {
    heading: 'Feeds',
    none: 'Nenhum feed é seguido. Use /feed adicionar para seguir um.',
    added: (name, count) => `${name} agora é seguido: ${addedArticles(count)}.`,
    removed: (name) => `${name} não é mais seguido. Os artigos dele ficam.`,
    paused: (name) => `${name} está em pausa.`,
    resumed: (name) => `${name} voltou a ser seguido.`,
    polled: (name, count) =>
      `${name}: ${plural(locale, count, { one: '# artigo novo ou alterado', many: '# de artigos novos ou alterados', other: '# artigos novos ou alterados' })}.`,
    notRead: (name, code) => `Não foi possível ler ${name} (${code}).`,
    unknown: 'Esse feed não existe. Escolha um da lista enquanto digita.',
    isPaused: 'em pausa',
    lastSuccess: (age) => `lido ${age}`,
    neverPolled: 'ainda não lido',
    failures: (count, code) =>
      `falhou ${plural(locale, count, { one: '# vez', other: '# vezes' })} (${code})`,
    announcement: (feed) => `Novidades de ${feed}`,
  },
  settings: {
    heading: 'Configurações deste servidor',
    channels: 'Canais em que eu respondo',
    everyChannel: 'em todos os canais',
    roles: 'Cargos que podem usar os comandos da moderação',
    noRoles: 'só quem pode gerenciar mensagens',
    sources: 'Fontes pesquisadas',
    allSources: 'todas as fontes',
    language: 'Idioma das respostas a menções',
    serverLanguage: 'o idioma do servidor',
    mentions: (isOn) => `Respostas a menções: ${isOn ? 'ativadas' : 'desativadas'}`,
    private: (isOn) => `Mostrar respostas só a quem perguntou: ${isOn ? 'ativado' : 'desativado'}`,
    timeZone: (zone) => `Fuso horário: ${zone}`,
    cooldown: (seconds) =>
      `Entre duas perguntas da mesma pessoa: ${plural(locale, seconds, { one: '# segundo', other: '# segundos' })}`,
    edit: 'Fuso horário e intervalo',
    formTitle: 'Fuso horário e intervalo',
    timeZoneField: 'Fuso horário, por exemplo Europe/Madrid',
    cooldownField: 'Segundos entre duas perguntas de uma pessoa',
    timeZoneUnknown: (zone) =>
      `“${zone}” não é um fuso horário. Escreva um como Europe/Madrid ou Asia/Shanghai.`,
    cooldownWrong: (minimum, maximum) => `Escreva os segundos como um número de ${minimum} a ${maximum}.`,
    turnOn: 'ativar',
    turnOff: 'desativar',
  },
  audit: {
    heading: 'O que a moderação fez',
    none: 'Nada ainda.',
    refused: 'negado',
    acts: {
      settings: 'alterou as configurações',
      withdraw: 'retirou',
      restore: 'restaurou',
      correct: 'pôs uma nota em',
      'remove-correction': 'removeu a nota de',
      'add-feed': 'passou a seguir um feed',
      'remove-feed': 'deixou de seguir um feed',
      'pause-feed': 'pausou um feed',
      'resume-feed': 'retomou um feed',
      pull: 'adicionou',
    },
  },
  feedback: {
    heading: 'Respostas que membros marcaram como incorretas',
    none: 'Ninguém marcou nenhuma resposta como incorreta.',
    goneQuotes: 'As citações dela não estão mais aqui.',
    show: 'Mostrar resposta',
  },
  status: {
    heading: 'Status',
    index: (articleCount, sourceCount, chunkCount) =>
      `${articles(articleCount)} de ${sources(sourceCount)}, ${chunks(chunkCount)}`,
    newest: (age) => `Artigo mais recente: ${age}`,
    feeds: (count, failing) =>
      `${plural(locale, count, { one: '# feed', other: '# feeds' })}${failing === 0 ? '' : `, ${failing} com falhas`}`,
    queue: (count) =>
      `${plural(locale, count, { one: '# pergunta', other: '# perguntas' })} em espera ou em andamento`,
    memory: (megabytes) => `Memória: ${megabytes} MB`,
    running: (since, version) => `Versão ${version}, em execução desde ${since}`,
  },
};
