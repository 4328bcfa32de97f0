import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'pt-BR';
const articles = (count: number): string =>
  plural(locale, count, { one: '# artigo', many: '# de artigos', other: '# artigos' });
const sources = (count: number): string =>
  plural(locale, count, { one: '# fonte', many: '# de fontes', other: '# fontes' });

/** Portuguese as written in Brazil. */
export const ptBr: Messages = {
  locale,
  commands: {
    ask: {
      name: 'perguntar',
      description: 'Faça uma pergunta; a resposta cita artigos de notícias palavra por palavra',
      question: { name: 'pergunta', description: 'O que você quer saber, em qualquer idioma' },
      since: {
        name: 'desde',
        description: 'Só artigos a partir deste dia: 2026-03-01, 2026-03, semana passada',
      },
      until: { name: 'até', description: 'Só artigos até este dia: 2026-03-31, 2026-03, ontem' },
      source: { name: 'fonte', description: 'Só artigos desta fonte' },
      language: { name: 'idioma', description: 'Só artigos neste idioma' },
      private: {
        name: 'privado',
        description: 'Mostra a resposta só para você; depois é possível compartilhar',
      },
    },
    latest: {
      name: 'recentes',
      description: 'Os artigos mais recentes',
      source: { name: 'fonte', description: 'Só artigos desta fonte' },
      topic: { name: 'assunto', description: 'Só artigos sobre este assunto' },
    },
    article: {
      name: 'artigo',
      description: 'Encontre e leia um artigo',
      find: {
        name: 'buscar',
        description: 'Busca artigos por palavras do título',
        words: { name: 'palavras', description: 'Palavras do título, a fonte ou uma data como 2026-03' },
      },
      show: {
        name: 'ler',
        description: 'Leia um artigo, página por página',
        article: { name: 'artigo', description: 'Comece a digitar o título' },
      },
    },
    sources: { name: 'fontes', description: 'As fontes de onde vêm as respostas' },
    help: { name: 'ajuda', description: 'O que você pode perguntar e como' },
    privacy: { name: 'privacidade', description: 'O que é guardado sobre você e o que não é' },
    check: 'Comparar com as notícias',
  },
  buttons: {
    more: 'Mais citações',
    previous: 'Voltar',
    next: 'Avançar',
    showInArticle: 'Ver no artigo',
    article: 'Ler artigo',
    share: 'Compartilhar',
    helpful: 'Útil',
    wrong: 'Incorreta',
    original: 'Página original',
  },
  answer: {
    notSure: 'Não é certo que isto responda à pergunta. O que os artigos dizem de mais próximo:',
    notFound: 'Os artigos não respondem a esta pergunta.',
    openNearest: 'Abra um dos artigos mais próximos',
    onlySince: (date, phrase) => `Só artigos desde ${date} (“${phrase}”).`,
    newest: (date, age) => `Artigo citado mais recente: ${date}, ${age}`,
    lines: (from, to) => (from === to ? `linha ${from}` : `linhas ${from}–${to}`),
    differ: (figures) => `Os veículos divergem: ${figures}`,
    alsoIn: (names) => `Também em: ${names}`,
    corrected: (title, date) => `Este artigo foi corrigido${date === null ? '' : ` em ${date}`}: ${title}`,
    note: (note) => `Nota da moderação: ${note}`,
    withheld: (title) =>
      `Uma citação de “${title}” não é exibida: a página mudou depois de ter sido indexada.`,
    withdrawn: 'Esta citação foi removida porque o artigo foi retirado.',
    sharedBy: (user) => `Compartilhado por ${user}`,
    quotesOf: (from, to, total) =>
      from === to ? `Citação ${from} de ${total}` : `Citações ${from}–${to} de ${total}`,
  },
  check: {
    heading: 'O que os artigos dizem sobre esta mensagem',
    nothing: 'Os artigos não dizem nada sobre isto.',
    noClaims: 'Não há nada nesta mensagem que possa ser pesquisado: ela não contém nenhuma frase.',
    onlyFirst: (count) =>
      plural(locale, count, {
        one: 'Só a primeira afirmação foi pesquisada.',
        other: 'Só as # primeiras afirmações foram pesquisadas.',
      }),
    noVerdict: 'Isto é o que há de mais próximo nos artigos, não um veredito. Leia no contexto do artigo.',
  },
  lists: {
    latest: 'Artigos mais recentes',
    latestAbout: (topic) => `Artigos mais recentes sobre “${topic}”`,
    found: (words) => `Artigos com “${words}”`,
    none: 'Nenhum artigo encontrado.',
    open: 'Abrir um artigo',
    sources: 'Fontes',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `mais recente: ${date}`,
    page: (page, total) => (total === null ? `Página ${page}` : `Página ${page} de ${total}`),
    undated: 'sem data',
  },
  article: {
    by: (authors) => `Por ${authors}`,
    page: (page, total) => `Página ${page} de ${total}`,
    inContext: 'A citação, em negrito, com o texto ao redor',
    gone: 'Este artigo não está mais aqui.',
  },
  feedback: {
    thanks: 'Obrigado! A moderação vê o que você escolheu, mas não a sua pergunta, pois ela não é guardada.',
    modalTitle: 'O que está errado?',
    modalQuestion: 'O que está errado nesta resposta?',
    reasons: {
      'wrong-article': 'Trata de outra coisa',
      outdated: 'Está desatualizada',
      'cut-badly': 'A citação foi cortada de um jeito enganoso',
      'not-an-answer': 'Não responde à pergunta',
      other: 'Outra coisa',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `Você pergunta mais rápido do que eu consigo ler. Tente de novo em ${plural(locale, seconds, { one: '# segundo', other: '# segundos' })}.`,
    busy: 'Muita gente está perguntando agora. Tente de novo daqui a pouco.',
    starting: 'Ainda estou me preparando. Tente de novo em um minuto.',
    wrongChannel: (channels) => `Neste servidor, respondo em ${channels}.`,
    onlyAsker: 'Só quem fez a pergunta pode fazer isso.',
    outdatedButton: 'Este botão não funciona mais. Pergunte de novo com /perguntar.',
    emptyMention: 'Pergunte algo sobre as notícias: mencione-me junto com a sua pergunta ou use /perguntar.',
    incident: (id) =>
      `Algo deu errado do meu lado, não do seu. Se acontecer de novo, avise a moderação: \`${id}\``,
    questionEmpty: 'Não há nenhuma pergunta aqui. Escreva o que você quer saber.',
    questionTooLong: (length, maximum) =>
      `A pergunta tem ${length} caracteres; eu leio no máximo ${maximum}. Pergunte uma coisa de cada vez.`,
    sourceUnknown: (source) => `Não há artigos de “${source}”. Use /fontes para ver quais fontes existem.`,
    dateUnreadable: (text) =>
      `Não consigo entender “${text}” como uma data. Escreva 2026-03-01, 2026-03, 2026 ou “semana passada”.`,
    languageUnknown: (text) => `Não há artigos em “${text}”. Use /fontes para ver quais idiomas existem.`,
    articleUnknown: 'Esse artigo não existe. Escolha um da lista enquanto digita.',
    notAllowed: 'Você não tem permissão para fazer isso aqui.',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `Respondo a perguntas sobre as notícias com citações literais de ${articles(articleCount)} de ${sources(sourceCount)}, cada uma com o lugar exato. Quando os artigos não têm a resposta, eu digo.`,
    '**/perguntar** uma pergunta em qualquer idioma. Limite a busca com `desde`, `até`, `fonte` ou `idioma`; com `privado`, só você vê a resposta.',
    'Você também pode me mencionar junto com a sua pergunta, me mandar uma mensagem direta ou responder a uma das minhas respostas para continuar perguntando.',
    '**/recentes** mostra os artigos mais recentes, **/artigo** encontra e mostra um deles, **/fontes** lista de onde eles vêm.',
    'Para ver o que os artigos dizem sobre a mensagem de alguém: abra o menu da mensagem → Apps → **Comparar com as notícias**.',
  ],
  privacy: [
    'As suas perguntas são lidas, respondidas e esquecidas: nenhuma pergunta e nenhuma mensagem é guardada ou registrada.',
    'De cada resposta eu guardo por 90 dias em que lugar de quais artigos estão as citações, qual mensagem a exibe e quem perguntou, para que um artigo retirado possa ser tirado dela. Pelo mesmo tempo guardo a sua avaliação e de quem ela é: apenas a sua escolha. O que a moderação decide fica guardado com quem decidiu.',
    'Tudo roda na máquina de quem me hospeda; nada é enviado a mais ninguém.',
    'Para apagar o que está guardado sobre você, fale com quem me hospeda, se preciso por meio da moderação deste servidor.',
  ],
  presence: {
    ready: (count) => `${articles(count)} · /perguntar`,
    starting: 'em preparação',
  },
};
