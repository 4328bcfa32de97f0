import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'fr';
const articles = (count: number): string =>
  plural(locale, count, { one: '# article', many: '# d’articles', other: '# articles' });
const sources = (count: number): string =>
  plural(locale, count, { one: '# source', many: '# de sources', other: '# sources' });

/** French; `\u00a0` keeps a sign on the line of its word. */
export const fr: Messages = {
  locale,
  commands: {
    ask: {
      name: 'demander',
      description: 'Posez une question\u00a0; la réponse cite mot pour mot des articles de presse',
      question: { name: 'question', description: 'Ce que vous voulez savoir, dans n’importe quelle langue' },
      since: {
        name: 'depuis',
        description: 'Seulement les articles depuis ce jour\u00a0: 2026-03-01, 2026-03, la semaine dernière',
      },
      until: {
        name: 'jusqu-au',
        description: 'Seulement les articles jusqu’à ce jour\u00a0: 2026-03-31, 2026-03, hier',
      },
      source: { name: 'source', description: 'Seulement les articles de cette source' },
      language: { name: 'langue', description: 'Seulement les articles dans cette langue' },
      private: {
        name: 'privé',
        description: 'La réponse n’est visible que par vous\u00a0; vous pourrez la partager ensuite',
      },
    },
    latest: {
      name: 'récents',
      description: 'Les articles les plus récents',
      source: { name: 'source', description: 'Seulement les articles de cette source' },
      topic: { name: 'sujet', description: 'Seulement les articles sur ce sujet' },
    },
    article: {
      name: 'article',
      description: 'Trouver et lire un article',
      find: {
        name: 'chercher',
        description: 'Chercher des articles d’après les mots du titre',
        words: { name: 'mots', description: 'Des mots du titre, la source ou une date comme 2026-03' },
      },
      show: {
        name: 'lire',
        description: 'Lire un article, page par page',
        article: { name: 'article', description: 'Commencez à taper le titre' },
      },
    },
    sources: { name: 'sources', description: 'Les sources dont proviennent les réponses' },
    help: { name: 'aide', description: 'Ce que vous pouvez demander, et comment' },
    privacy: {
      name: 'confidentialité',
      description: 'Ce qui est conservé à votre sujet, et ce qui ne l’est pas',
    },
    check: 'Comparer aux articles de presse',
  },
  buttons: {
    more: 'Plus de citations',
    previous: 'Précédent',
    next: 'Suivant',
    showInArticle: 'Voir dans l’article',
    article: 'Lire l’article',
    share: 'Partager',
    helpful: 'Utile',
    wrong: 'Incorrect',
    original: 'Page d’origine',
  },
  answer: {
    notSure:
      'Il n’est pas certain que cela réponde à la question. Les passages les plus proches dans les articles\u00a0:',
    notFound: 'Les articles ne répondent pas à cette question.',
    openNearest: 'Ouvrir l’un des articles les plus proches',
    onlySince: (date, phrase) => `Seulement les articles depuis le ${date} («\u00a0${phrase}\u00a0»).`,
    newest: (date, age) => `Article cité le plus récent\u00a0: ${date}, ${age}`,
    lines: (from, to) => (from === to ? `ligne\u00a0${from}` : `lignes\u00a0${from}-${to}`),
    differ: (figures) => `Les sources divergent\u00a0: ${figures}`,
    alsoIn: (names) => `Aussi dans\u00a0: ${names}`,
    corrected: (title, date) =>
      `Cet article a été corrigé${date === null ? '' : ` le ${date}`}\u00a0: ${title}`,
    note: (note) => `Note des modérateurs\u00a0: ${note}`,
    withheld: (title) =>
      `Une citation de «\u00a0${title}\u00a0» n’est pas affichée\u00a0: sa page a changé depuis son indexation.`,
    withdrawn: 'Cette citation a été retirée, car son article a été retiré.',
    sharedBy: (user) => `Partagé par ${user}`,
    quotesOf: (from, to, total) =>
      from === to
        ? `Citation\u00a0${from} sur\u00a0${total}`
        : `Citations\u00a0${from}-${to} sur\u00a0${total}`,
  },
  check: {
    heading: 'Ce que disent les articles au sujet de ce message',
    nothing: 'Les articles ne disent rien à ce sujet.',
    noClaims: 'Il n’y a rien à rechercher dans ce message\u00a0: il ne contient aucune phrase.',
    onlyFirst: (count) =>
      plural(locale, count, {
        one: 'Seule la première affirmation a été recherchée.',
        other: 'Seules les #\u00a0premières affirmations ont été recherchées.',
      }),
    noVerdict:
      'Ce sont les passages les plus proches dans les articles, pas un verdict. Lisez-les dans leur article.',
  },
  lists: {
    latest: 'Articles les plus récents',
    latestAbout: (topic) => `Articles les plus récents sur «\u00a0${topic}\u00a0»`,
    found: (words) => `Articles avec «\u00a0${words}\u00a0»`,
    none: 'Aucun article ne correspond.',
    open: 'Ouvrir un article',
    sources: 'Sources',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `le plus récent\u00a0: ${date}`,
    page: (page, total) => (total === null ? `Page\u00a0${page}` : `Page\u00a0${page} sur\u00a0${total}`),
    undated: 'sans date',
  },
  article: {
    by: (authors) => `Par ${authors}`,
    page: (page, total) => `Page\u00a0${page} sur\u00a0${total}`,
    inContext: 'La citation, en gras, avec le texte qui l’entoure',
    gone: 'Cet article n’est plus disponible ici.',
  },
  feedback: {
    thanks:
      'Merci. Les modérateurs verront votre choix, mais pas votre question, car elle n’est pas conservée.',
    modalTitle: 'Qu’est-ce qui ne va pas\u00a0?',
    modalQuestion: 'Qu’est-ce qui ne va pas dans cette réponse\u00a0?',
    reasons: {
      'wrong-article': 'Elle parle d’autre chose',
      outdated: 'Elle n’est plus à jour',
      'cut-badly': 'La citation est coupée d’une façon trompeuse',
      'not-an-answer': 'Elle ne répond pas à la question',
      other: 'Autre chose',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `Vous posez vos questions plus vite que je ne peux lire. Veuillez réessayer dans ${plural(locale, seconds, { one: '#\u00a0seconde', other: '#\u00a0secondes' })}.`,
    busy: 'Beaucoup de personnes posent des questions en ce moment. Veuillez réessayer dans un instant.',
    starting: 'Je suis encore en préparation. Veuillez réessayer dans une minute.',
    wrongChannel: (channels) => `Sur ce serveur, je réponds dans ${channels}.`,
    onlyAsker: 'Seule la personne qui a posé la question peut faire cela.',
    outdatedButton: 'Ce bouton ne fonctionne plus. Veuillez reposer votre question avec /demander.',
    emptyMention:
      'Posez-moi une question sur l’actualité\u00a0: mentionnez-moi avec votre question, ou utilisez /demander.',
    incident: (id) =>
      `Une erreur s’est produite de mon côté, pas du vôtre. Si elle se reproduit, signalez-la aux modérateurs\u00a0: \`${id}\``,
    questionEmpty: 'Il n’y a pas de question ici. Veuillez écrire ce que vous voulez savoir.',
    questionTooLong: (length, maximum) =>
      `La question compte ${length}\u00a0caractères\u00a0; j’en lis ${maximum} au maximum. Veuillez poser une seule question à la fois.`,
    sourceUnknown: (source) =>
      `Il n’y a aucun article de «\u00a0${source}\u00a0». /sources affiche les sources disponibles.`,
    dateUnreadable: (text) =>
      `Je ne reconnais pas de date dans «\u00a0${text}\u00a0». Écrivez 2026-03-01, 2026-03, 2026 ou «\u00a0la semaine dernière\u00a0».`,
    languageUnknown: (text) =>
      `Il n’y a aucun article dans la langue «\u00a0${text}\u00a0». /sources affiche les langues disponibles.`,
    articleUnknown: 'Cet article n’existe pas. Veuillez en choisir un dans la liste pendant la saisie.',
    notAllowed: 'Vous n’avez pas l’autorisation de faire cela ici.',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `Je réponds aux questions sur l’actualité par des citations mot pour mot tirées de ${articles(articleCount)} de ${sources(sourceCount)}, chacune avec son emplacement exact. Quand les articles ne donnent pas la réponse, je le dis.`,
    '**/demander** pose une question, dans n’importe quelle langue. Limitez-la avec `depuis`, `jusqu-au`, `source` ou `langue`\u00a0; avec `privé`, la réponse n’est visible que par vous.',
    'Vous pouvez aussi me mentionner avec votre question, m’écrire en message privé, ou répondre à l’une de mes réponses pour en demander plus.',
    '**/récents** affiche les articles les plus récents, **/article** en trouve et en affiche un, **/sources** indique d’où ils viennent.',
    'Pour voir ce que disent les articles au sujet d’un message\u00a0: ouvrez le menu du message → Applications → **Comparer aux articles de presse**.',
  ],
  privacy: [
    'Vos questions sont lues, traitées, puis oubliées\u00a0: aucune question ni aucun message n’est conservé ou journalisé.',
    'D’une réponse, je conserve pendant 90 jours l’emplacement de ses citations dans les articles, le message qui l’affiche et qui l’a demandée, afin qu’un article retiré puisse en être enlevé. Votre avis est conservé aussi longtemps, avec son auteur\u00a0: votre choix seulement. Ce que décident les modérateurs est conservé avec le nom de qui l’a décidé.',
    'Tout fonctionne sur la machine de ceux qui m’hébergent\u00a0; rien n’est envoyé à qui que ce soit d’autre.',
    'Pour faire supprimer ce qui est conservé à votre sujet, adressez-vous à ceux qui m’hébergent, au besoin par les modérateurs de ce serveur.',
  ],
  presence: {
    ready: (count) => `${articles(count)} · /demander`,
    starting: 'en préparation',
  },
};
