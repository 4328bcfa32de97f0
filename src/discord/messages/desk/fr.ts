import { plural } from '../messages.ts';
import type { DeskMessages } from './desk-messages.ts';

const locale = 'fr';
const articles = (count: number): string =>
  plural(locale, count, { one: '# article', many: '# d’articles', other: '# articles' });
const sources = (count: number): string =>
  plural(locale, count, { one: '# source', many: '# de sources', other: '# sources' });
const chunks = (count: number): string =>
  plural(locale, count, { one: '# fragment', many: '# de fragments', other: '# fragments' });
const addedArticles = (count: number): string =>
  plural(locale, count, {
    one: '# article ajouté',
    many: '# d’articles ajoutés',
    other: '# articles ajoutés',
  });
const anArticle = { name: 'article', description: 'Commencez à taper le titre' };
const aFeed = { name: 'flux', description: 'Commencez à taper le nom' };

/** French; `\u00a0` keeps a sign on the line of its word. */
export const deskFr: DeskMessages = {
  commands: {
    pull: {
      name: 'récupérer',
      description: 'Publier un article ici, ou en récupérer un sur le web',
      article: {
        name: 'article',
        description: 'Publier ici l’un des articles déjà présents',
        article: anArticle,
      },
      url: {
        name: 'adresse',
        description: 'Récupérer un article sur le web pour que les questions le trouvent',
        url: { name: 'adresse', description: 'L’adresse de l’article, qui commence par https://' },
      },
      feed: { name: 'flux', description: 'Lire un flux maintenant', feed: aFeed },
      file: {
        name: 'fichier',
        description: 'Ajouter un article à partir d’un fichier',
        file: { name: 'fichier', description: 'Un fichier .md, .txt, .html ou .pdf' },
      },
    },
    feed: {
      name: 'flux',
      description: 'Les flux dont les nouveaux articles sont ajoutés automatiquement',
      add: {
        name: 'ajouter',
        description: 'Suivre un flux',
        url: { name: 'adresse', description: 'L’adresse du flux (RSS, Atom, JSON Feed)' },
        called: { name: 'nom', description: 'Le nom du flux ici' },
        channel: { name: 'salon', description: 'Où annoncer les nouveaux articles' },
        topic: { name: 'sujet', description: 'N’annoncer que les articles contenant ces mots' },
      },
      remove: {
        name: 'supprimer',
        description: 'Ne plus suivre un flux\u00a0; ses articles restent',
        feed: aFeed,
      },
      pause: { name: 'suspendre', description: 'Mettre un flux en pause, ou le reprendre', feed: aFeed },
      list: { name: 'liste', description: 'Tous les flux, et leur état' },
    },
    withdraw: {
      name: 'retirer',
      description: 'Masquer un article dans toutes les réponses, immédiatement',
      article: anArticle,
      reason: { name: 'motif', description: 'Pourquoi\u00a0; les autres modérateurs le voient' },
      everywhere: {
        name: 'partout',
        description: 'Sur tous les serveurs\u00a0; réservé à ceux qui hébergent le bot',
      },
    },
    restore: {
      name: 'rétablir',
      description: 'Permettre à un article retiré de figurer à nouveau dans les réponses',
      article: { name: 'article', description: 'L’un des articles retirés' },
      everywhere: {
        name: 'partout',
        description: 'Sur tous les serveurs\u00a0; réservé à ceux qui hébergent le bot',
      },
    },
    correct: {
      name: 'corriger',
      description: 'Afficher une note sous chaque citation d’un article',
      article: anArticle,
      note: { name: 'note', description: 'La note\u00a0; laissez vide pour supprimer la note actuelle' },
    },
    settings: { name: 'paramètres', description: 'Le comportement du bot sur ce serveur' },
    audit: { name: 'journal', description: 'Ce que les modérateurs ont fait' },
    feedback: { name: 'avis', description: 'Les réponses que des membres ont jugées incorrectes' },
    status: { name: 'état', description: 'L’état du bot et de ses articles' },
  },
  withdrawn: (title, changed) =>
    `Retiré\u00a0: ${title}. ${plural(locale, changed, { one: '#\u00a0message publié a été modifié', other: '#\u00a0messages publiés ont été modifiés' })}.`,
  withdrawing: (title, changed, total) =>
    `Retiré\u00a0: ${title}. Modification des messages publiés\u00a0: ${changed} sur ${total}.`,
  alreadyWithdrawn: (title) => `Déjà retiré\u00a0: ${title}. Le motif a été remplacé.`,
  restored: (title) => `Rétabli\u00a0: ${title}.`,
  notWithdrawn: (title) => `Cet article n’est pas retiré ici\u00a0: ${title}.`,
  corrected: (title) => `La note s’affiche sous chaque citation de cet article\u00a0: ${title}.`,
  noteRemoved: (title) => `La note de cet article a été supprimée\u00a0: ${title}.`,
  noNote: (title) => `Cet article n’a pas de note\u00a0: ${title}.`,
  onlyOwner: 'Seuls ceux qui hébergent le bot peuvent faire cela pour tous les serveurs.',
  onlyInServers: 'Cela ne fonctionne que sur un serveur.',
  pull: {
    found: 'Voici ce qui a été trouvé\u00a0:',
    language: (name) => `Langue\u00a0: ${name}`,
    duplicate: (title) => `Cet article est déjà présent\u00a0: ${title}`,
    wasWithdrawn: 'Cet article a été retiré. L’ajouter de nouveau ne le rétablit pas.',
    confirm: 'Ajouter',
    cancel: 'Ne pas ajouter',
    cancelled: 'Rien n’a été ajouté.',
    indexed: (count) =>
      `${addedArticles(count)}. Les questions ${plural(locale, count, { one: 'le', other: 'les' })} trouvent désormais.`,
    expired: 'Cette proposition a expiré. Veuillez récupérer l’article de nouveau.',
    refused: (host) =>
      `L’adresse de ${host} n’est pas récupérée\u00a0: ce n’est pas une page publique, ou son propriétaire ne le souhaite pas.`,
    unreachable: (host) => `${host} ne répond pas, ou trop lentement. Veuillez réessayer plus tard.`,
    notFound: (host) => `Cette page n’existe pas sur ${host}.`,
    closed: 'Rien ne peut être ajouté ici.',
    notReadable: (name) => `${name} ne contient rien qui puisse être lu comme un article.`,
    tooLarge: (maximum) => `Le fichier est trop volumineux\u00a0; j’accepte ${maximum}\u00a0Mo au maximum.`,
  },
  feeds: {
    heading: 'Flux',
    none: 'Aucun flux n’est suivi. /flux ajouter permet d’en suivre un.',
    added: (name, count) => `${name} est maintenant suivi\u00a0: ${addedArticles(count)}.`,
    removed: (name) => `${name} n’est plus suivi. Ses articles restent.`,
    paused: (name) => `${name} est en pause.`,
    resumed: (name) => `${name} est de nouveau suivi.`,
    polled: (name, count) =>
      `${name}\u00a0: ${plural(locale, count, { one: '# article nouveau ou modifié', many: '# d’articles nouveaux ou modifiés', other: '# articles nouveaux ou modifiés' })}.`,
    notRead: (name, code) => `${name} n’a pas pu être lu (${code}).`,
    unknown: 'Ce flux n’existe pas. Veuillez en choisir un dans la liste pendant la saisie.',
    isPaused: 'en pause',
    lastSuccess: (age) => `lu ${age}`,
    neverPolled: 'pas encore lu',
    failures: (count, code) => `a échoué ${plural(locale, count, { other: '#\u00a0fois' })} (${code})`,
    announcement: (feed) => `Du nouveau dans ${feed}`,
  },
  settings: {
    heading: 'Paramètres de ce serveur',
    channels: 'Salons où je réponds',
    everyChannel: 'dans tous les salons',
    roles: 'Rôles autorisés à utiliser les commandes de modération',
    noRoles: 'seulement les personnes qui peuvent gérer les messages',
    sources: 'Sources consultées',
    allSources: 'toutes les sources',
    language: 'Langue des réponses aux mentions',
    serverLanguage: 'la langue du serveur',
    mentions: (isOn) => `Réponses aux mentions\u00a0: ${isOn ? 'activées' : 'désactivées'}`,
    private: (isOn) =>
      `Réponses visibles seulement par qui les demande\u00a0: ${isOn ? 'activé' : 'désactivé'}`,
    timeZone: (zone) => `Fuseau horaire\u00a0: ${zone}`,
    cooldown: (seconds) =>
      `Entre deux questions d’une même personne\u00a0: ${plural(locale, seconds, { one: '#\u00a0seconde', other: '#\u00a0secondes' })}`,
    edit: 'Fuseau horaire et délai',
    formTitle: 'Fuseau horaire et délai',
    timeZoneField: 'Fuseau horaire, par exemple Europe/Madrid',
    cooldownField: 'Secondes entre deux questions d’une personne',
    timeZoneUnknown: (zone) =>
      `«\u00a0${zone}\u00a0» n’est pas un fuseau horaire. Écrivez-en un comme Europe/Madrid ou Asia/Shanghai.`,
    cooldownWrong: (minimum, maximum) => `Écrivez le nombre de secondes, de ${minimum} à ${maximum}.`,
    turnOn: 'activer',
    turnOff: 'désactiver',
  },
  audit: {
    heading: 'Ce que les modérateurs ont fait',
    none: 'Rien pour l’instant.',
    refused: 'refusé',
    acts: {
      settings: 'a modifié les paramètres',
      withdraw: 'a retiré',
      restore: 'a rétabli',
      correct: 'a mis une note sur',
      'remove-correction': 'a supprimé la note sur',
      'add-feed': 'a commencé à suivre un flux',
      'remove-feed': 'a cessé de suivre un flux',
      'pause-feed': 'a mis un flux en pause',
      'resume-feed': 'a repris un flux',
      pull: 'a ajouté',
    },
  },
  feedback: {
    heading: 'Réponses que des membres ont jugées incorrectes',
    none: 'Personne n’a jugé de réponse incorrecte.',
    goneQuotes: 'Ses citations ne sont plus disponibles ici.',
    show: 'Afficher la réponse',
  },
  status: {
    heading: 'État',
    index: (articleCount, sourceCount, chunkCount) =>
      `${articles(articleCount)} de ${sources(sourceCount)}, ${chunks(chunkCount)}`,
    newest: (age) => `Article le plus récent\u00a0: ${age}`,
    feeds: (count, failing) =>
      `${plural(locale, count, { other: '# flux' })}${failing === 0 ? '' : `, dont ${failing} en échec`}`,
    queue: (count) =>
      `${plural(locale, count, { one: '# question', other: '# questions' })} en attente ou en cours de réponse`,
    memory: (megabytes) => `Mémoire\u00a0: ${megabytes}\u00a0Mo`,
    running: (since, version) => `Version\u00a0${version}, en service depuis le ${since}`,
  },
};
