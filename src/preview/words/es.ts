import type { PageWords } from './page-words.ts';

/** The page in Spanish. */
export const es: PageWords = {
  nav: {
    sections: 'Secciones',
    chat: 'Chat',
    archive: 'Archivo',
    quality: 'Calidad',
  },
  settings: {
    language: 'Idioma',
    theme: 'Apariencia',
    system: 'Como el sistema',
    light: 'Claro',
    dark: 'Oscuro',
    moderator: 'Modo moderador',
  },
  chat: {
    channel: 'pregunta-a-las-noticias',
    intro:
      'Así se ve el bot en Discord; responde con tus artículos. Nada de lo que escribes sale de este equipo y ninguna pregunta se guarda.',
    askAbout: 'Pregunta por uno de los artículos más recientes:',
    messages: 'Mensajes',
    placeholder: 'Escribe a Newsquote, o / para ver los comandos',
    send: 'Enviar',
    you: 'Tú',
    app: 'APP',
    used: 'usó {command}',
    onlyYou: 'Solo tú puedes ver esto',
    dismiss: 'Descartar',
    reply: 'Responder',
    replyingTo: 'Respondiendo a Newsquote',
    cancel: 'Cancelar',
    actions: 'Acciones de este mensaje',
    commands: 'Comandos',
    noCommands: 'No hay tal comando',
    optional: 'Opcional',
    suggestions: 'Sugerencias',
    yes: 'Sí',
    no: 'No',
    looking: 'Newsquote está buscando…',
    submit: 'Enviar',
    failed: 'El servidor no responde. ¿Sigue en marcha?',
  },
  start: {
    opening: 'Abriendo el índice…',
    building: 'Creando el índice por primera vez. Podrás preguntar en cuanto termine.',
    read: 'Leyendo páginas',
    embed: 'Calculando frases',
    store: 'Guardando artículos',
    vectors: 'Creando el índice vectorial',
  },
};
