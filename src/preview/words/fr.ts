import type { PageWords } from './page-words.ts';

/** The page in French. */
export const fr: PageWords = {
  nav: {
    sections: 'Sections',
    chat: 'Discussion',
    archive: 'Archives',
    quality: 'Qualité',
  },
  settings: {
    language: 'Langue',
    theme: 'Apparence',
    system: 'Comme le système',
    light: 'Clair',
    dark: 'Sombre',
    moderator: 'Mode modérateur',
  },
  chat: {
    channel: 'questions-d-actualité',
    intro:
      'Voici le bot tel que Discord le montre ; il répond à partir de vos articles. Rien de ce que vous écrivez ne quitte cette machine, et aucune question n’est conservée.',
    askAbout: 'Posez une question sur un des derniers articles :',
    messages: 'Messages',
    placeholder: 'Écrivez à Newsquote, ou / pour les commandes',
    send: 'Envoyer',
    you: 'Vous',
    app: 'APPLI',
    used: 'a utilisé {command}',
    onlyYou: 'Vous seul pouvez voir ceci',
    dismiss: 'Masquer',
    reply: 'Répondre',
    replyingTo: 'En réponse à Newsquote',
    cancel: 'Annuler',
    actions: 'Actions sur ce message',
    commands: 'Commandes',
    noCommands: 'Aucune commande de ce nom',
    optional: 'Facultatif',
    suggestions: 'Suggestions',
    yes: 'Oui',
    no: 'Non',
    looking: 'Newsquote cherche…',
    submit: 'Envoyer',
    failed: 'Le serveur ne répond pas. Fonctionne-t-il encore ?',
  },
  start: {
    opening: 'Ouverture de l’index…',
    building: 'Création du premier index. Vous pourrez poser vos questions dès qu’il sera prêt.',
    read: 'Lecture des pages',
    embed: 'Calcul des phrases',
    store: 'Enregistrement des articles',
    vectors: 'Création de l’index vectoriel',
  },
};
