import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'es-ES';
const articles = (count: number): string =>
  plural(locale, count, { one: '# artículo', many: '# de artículos', other: '# artículos' });
const sources = (count: number): string =>
  plural(locale, count, { one: '# fuente', many: '# de fuentes', other: '# fuentes' });

/** Spanish. */
export const es: Messages = {
  locale,
  commands: {
    ask: {
      name: 'preguntar',
      description: 'Haz una pregunta; la respuesta cita literalmente artículos de prensa',
      question: { name: 'pregunta', description: 'Lo que quieres saber, en cualquier idioma' },
      since: {
        name: 'desde',
        description: 'Solo artículos desde este día: 2026-03-01, 2026-03, la semana pasada',
      },
      until: { name: 'hasta', description: 'Solo artículos hasta este día: 2026-03-31, 2026-03, ayer' },
      source: { name: 'fuente', description: 'Solo artículos de esta fuente' },
      language: { name: 'idioma', description: 'Solo artículos en este idioma' },
      private: { name: 'privado', description: 'Muestra la respuesta solo a ti; después puedes compartirla' },
    },
    latest: {
      name: 'novedades',
      description: 'Los artículos más recientes',
      source: { name: 'fuente', description: 'Solo artículos de esta fuente' },
      topic: { name: 'tema', description: 'Solo artículos sobre este tema' },
    },
    article: {
      name: 'artículo',
      description: 'Busca y lee un artículo',
      find: {
        name: 'buscar',
        description: 'Busca artículos por palabras del título',
        words: { name: 'palabras', description: 'Palabras del título, la fuente o una fecha como 2026-03' },
      },
      show: {
        name: 'leer',
        description: 'Lee un artículo página a página',
        article: { name: 'artículo', description: 'Empieza a escribir el título' },
      },
    },
    sources: { name: 'fuentes', description: 'Las fuentes de las que salen las respuestas' },
    help: { name: 'ayuda', description: 'Qué puedes preguntar y cómo' },
    privacy: { name: 'privacidad', description: 'Qué se guarda sobre ti y qué no' },
    check: 'Contrastar con las noticias',
  },
  buttons: {
    more: 'Más citas',
    previous: 'Anterior',
    next: 'Siguiente',
    showInArticle: 'Ver en el artículo',
    article: 'Leer el artículo',
    share: 'Compartir',
    helpful: 'Útil',
    wrong: 'Incorrecta',
    original: 'Página original',
  },
  answer: {
    notSure: 'No es seguro que esto responda a la pregunta. Lo más parecido que dicen los artículos:',
    notFound: 'Los artículos no responden a esta pregunta.',
    openNearest: 'Abre uno de los artículos más cercanos',
    onlySince: (date, phrase) => `Solo artículos desde el ${date} («${phrase}»).`,
    newest: (date, age) => `Artículo citado más reciente: ${date}, ${age}`,
    lines: (from, to) => (from === to ? `línea ${from}` : `líneas ${from}-${to}`),
    differ: (figures) => `Los medios difieren: ${figures}`,
    alsoIn: (names) => `También en: ${names}`,
    corrected: (title, date) => `Este artículo fue corregido${date === null ? '' : ` el ${date}`}: ${title}`,
    note: (note) => `Nota de los moderadores: ${note}`,
    withheld: (title) =>
      `No se muestra una cita de «${title}»: la página cambió después de que se añadiera al índice.`,
    withdrawn: 'Esta cita se ha retirado porque se retiró su artículo.',
    sharedBy: (user) => `Compartido por ${user}`,
    quotesOf: (from, to, total) =>
      from === to ? `Cita ${from} de ${total}` : `Citas ${from}-${to} de ${total}`,
  },
  check: {
    heading: 'Lo que dicen los artículos sobre este mensaje',
    nothing: 'Los artículos no dicen nada sobre esto.',
    noClaims: 'En este mensaje no hay nada que se pueda buscar: no contiene ninguna frase.',
    onlyFirst: (count) =>
      plural(locale, count, {
        one: 'Solo se ha buscado la primera afirmación.',
        other: 'Solo se han buscado las # primeras afirmaciones.',
      }),
    noVerdict:
      'Esto es lo más parecido que dicen los artículos, no un veredicto. Léelo en el contexto de su artículo.',
  },
  lists: {
    latest: 'Artículos más recientes',
    latestAbout: (topic) => `Artículos más recientes sobre «${topic}»`,
    found: (words) => `Artículos con «${words}»`,
    none: 'No hay ningún artículo así.',
    open: 'Abrir un artículo',
    sources: 'Fuentes',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `el más reciente: ${date}`,
    page: (page, total) => (total === null ? `Página ${page}` : `Página ${page} de ${total}`),
    undated: 'sin fecha',
  },
  article: {
    by: (authors) => `Por ${authors}`,
    page: (page, total) => `Página ${page} de ${total}`,
    inContext: 'La cita, en negrita, con el texto que la rodea',
    gone: 'Este artículo ya no está aquí.',
  },
  feedback: {
    thanks: 'Gracias. Los moderadores verán lo que has elegido, pero no tu pregunta, porque no se guarda.',
    modalTitle: '¿Qué falla?',
    modalQuestion: '¿Qué falla en esta respuesta?',
    reasons: {
      'wrong-article': 'Trata de otra cosa',
      outdated: 'Está desactualizada',
      'cut-badly': 'La cita está cortada de forma engañosa',
      'not-an-answer': 'No responde a la pregunta',
      other: 'Otra cosa',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `Preguntas más rápido de lo que puedo leer. Vuelve a intentarlo dentro de ${plural(locale, seconds, { one: '# segundo', other: '# segundos' })}.`,
    busy: 'Ahora mismo hay mucha gente preguntando. Vuelve a intentarlo dentro de un momento.',
    starting: 'Todavía me estoy preparando. Vuelve a intentarlo dentro de un minuto.',
    wrongChannel: (channels) => `En este servidor respondo en ${channels}.`,
    onlyAsker: 'Solo puede hacerlo quien hizo la pregunta.',
    outdatedButton: 'Este botón ya no funciona. Vuelve a preguntar con /preguntar.',
    emptyMention: 'Pregúntame algo sobre las noticias: mencióname con tu pregunta o usa /preguntar.',
    incident: (id) =>
      `Algo ha fallado por mi parte, no por la tuya. Si vuelve a ocurrir, díselo a los moderadores: \`${id}\``,
    questionEmpty: 'Aquí no hay ninguna pregunta. Escribe lo que quieres saber.',
    questionTooLong: (length, maximum) =>
      `La pregunta tiene ${length} caracteres; leo como máximo ${maximum}. Pregunta una sola cosa cada vez.`,
    sourceUnknown: (source) => `No hay artículos de «${source}». Con /fuentes puedes ver qué fuentes hay.`,
    dateUnreadable: (text) =>
      `No puedo interpretar «${text}» como una fecha. Escribe 2026-03-01, 2026-03, 2026 o «la semana pasada».`,
    languageUnknown: (text) => `No hay artículos en «${text}». Con /fuentes puedes ver qué idiomas hay.`,
    articleUnknown: 'No existe ese artículo. Elige uno de la lista mientras escribes.',
    notAllowed: 'Aquí no tienes permiso para hacer esto.',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `Respondo a preguntas sobre la actualidad con citas literales de ${articles(articleCount)} de ${sources(sourceCount)}, cada una con su lugar exacto. Si los artículos no dan la respuesta, lo digo.`,
    '**/preguntar** una pregunta en cualquier idioma. Puedes acotarla con `desde`, `hasta`, `fuente` o `idioma`; con `privado` solo tú verás la respuesta.',
    'También puedes mencionarme con tu pregunta, escribirme un mensaje directo o responder a una de mis respuestas para seguir preguntando.',
    '**/novedades** muestra los artículos más recientes, **/artículo** busca y muestra uno, **/fuentes** enumera de dónde proceden.',
    'Para ver qué dicen los artículos sobre el mensaje de alguien: abre el menú del mensaje → Aplicaciones → **Contrastar con las noticias**.',
  ],
  privacy: [
    'Tus preguntas se leen, se responden y se olvidan: no se guarda ni se registra ninguna pregunta ni ningún mensaje.',
    'De cada respuesta conservo durante 90 días en qué lugar de qué artículos están las citas, en qué mensaje aparece y quién preguntó, para poder quitar de ella un artículo retirado. El mismo tiempo conservo tu opinión y quién la dio: solo lo que elegiste. Lo que deciden los moderadores se conserva junto con quién lo decidió.',
    'Todo se ejecuta en el equipo de quienes me alojan; no se envía nada a nadie más.',
    'Para que se borre lo que se guarda sobre ti, pídeselo a quienes me alojan, si hace falta a través de los moderadores de este servidor.',
  ],
  presence: {
    ready: (count) => `${articles(count)} · /preguntar`,
    starting: 'preparándome',
  },
};
