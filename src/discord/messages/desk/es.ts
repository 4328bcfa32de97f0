import { plural } from '../messages.ts';
import type { DeskMessages } from './desk-messages.ts';

const locale = 'es-ES';
const articles = (count: number): string =>
  plural(locale, count, { one: '# artículo', many: '# de artículos', other: '# artículos' });
const sources = (count: number): string =>
  plural(locale, count, { one: '# fuente', many: '# de fuentes', other: '# fuentes' });
const chunks = (count: number): string =>
  plural(locale, count, { one: '# fragmento', many: '# de fragmentos', other: '# fragmentos' });
const added = (count: number): string =>
  `${plural(locale, count, { one: 'se ha añadido', other: 'se han añadido' })} ${articles(count)}`;
const anArticle = { name: 'artículo', description: 'Empieza a escribir el título' };
const aFeed = { name: 'feed', description: 'Empieza a escribir el nombre' };

/** Spanish; "feed", since "fuente" is a source and "canal" a channel. */
export const deskEs: DeskMessages = {
  commands: {
    pull: {
      name: 'traer',
      description: 'Publica aquí un artículo o trae uno de la web',
      article: {
        name: 'artículo',
        description: 'Publica aquí uno de los artículos que ya están',
        article: anArticle,
      },
      url: {
        name: 'dirección',
        description: 'Trae un artículo de la web para que las preguntas lo encuentren',
        url: { name: 'dirección', description: 'Dirección del artículo, que empieza por https://' },
      },
      feed: { name: 'feed', description: 'Lee un feed ahora', feed: aFeed },
      file: {
        name: 'archivo',
        description: 'Añade un artículo desde un archivo',
        file: { name: 'archivo', description: 'Un archivo .md, .txt, .html o .pdf' },
      },
    },
    feed: {
      name: 'feed',
      description: 'Feeds cuyos artículos nuevos se añaden solos',
      add: {
        name: 'añadir',
        description: 'Sigue un feed',
        url: { name: 'dirección', description: 'Dirección del feed (RSS, Atom, JSON Feed)' },
        called: { name: 'nombre', description: 'Cómo se llama el feed aquí' },
        channel: { name: 'canal', description: 'Dónde se avisa de los artículos nuevos' },
        topic: { name: 'tema', description: 'Avisa solo de los artículos con estas palabras' },
      },
      remove: { name: 'quitar', description: 'Deja de seguir un feed; sus artículos se quedan', feed: aFeed },
      pause: { name: 'pausar', description: 'Pausa un feed o lo reanuda', feed: aFeed },
      list: { name: 'lista', description: 'Todos los feeds y cómo están' },
    },
    withdraw: {
      name: 'retirar',
      description: 'Oculta un artículo de todas las respuestas, de inmediato',
      article: anArticle,
      reason: { name: 'motivo', description: 'Por qué; lo ven los demás moderadores' },
      everywhere: { name: 'global', description: 'En todos los servidores; solo para quienes alojan el bot' },
    },
    restore: {
      name: 'restaurar',
      description: 'Deja que un artículo retirado vuelva a aparecer en las respuestas',
      article: { name: 'artículo', description: 'Uno de los artículos retirados' },
      everywhere: { name: 'global', description: 'En todos los servidores; solo para quienes alojan el bot' },
    },
    correct: {
      name: 'corregir',
      description: 'Muestra una nota debajo de cada cita de un artículo',
      article: anArticle,
      note: { name: 'nota', description: 'La nota; déjala en blanco para quitar la que hay' },
    },
    settings: { name: 'ajustes', description: 'Cómo se comporta el bot en este servidor' },
    audit: { name: 'registro', description: 'Lo que han hecho los moderadores' },
    feedback: { name: 'opiniones', description: 'Respuestas que los miembros marcaron como incorrectas' },
    status: { name: 'estado', description: 'Cómo están el bot y sus artículos' },
  },
  withdrawn: (title, changed) =>
    `Retirado: ${title}. ${plural(locale, changed, { one: 'Se ha modificado # mensaje publicado', many: 'Se han modificado # de mensajes publicados', other: 'Se han modificado # mensajes publicados' })}.`,
  withdrawing: (title, changed, total) =>
    `Retirado: ${title}. Se están modificando los mensajes publicados: ${changed} de ${total}.`,
  alreadyWithdrawn: (title) => `Ya estaba retirado: ${title}. Se ha sustituido el motivo.`,
  restored: (title) => `Restaurado: ${title}.`,
  notWithdrawn: (title) => `Aquí no está retirado: ${title}.`,
  corrected: (title) => `La nota se muestra debajo de cada cita de ${title}.`,
  noteRemoved: (title) => `Se ha quitado la nota de ${title}.`,
  noNote: (title) => `No hay ninguna nota en ${title}.`,
  onlyOwner: 'Solo quienes alojan el bot pueden hacer esto para todos los servidores.',
  onlyInServers: 'Esto solo funciona en servidores.',
  pull: {
    found: 'Esto es lo que se ha encontrado:',
    language: (name) => `Idioma: ${name}`,
    duplicate: (title) => `Ya está aquí: ${title}`,
    wasWithdrawn: 'Este artículo fue retirado. Añadirlo otra vez no lo restaura.',
    confirm: 'Añadir',
    cancel: 'No añadir',
    cancelled: 'No se ha añadido nada.',
    indexed: (count) =>
      plural(locale, count, {
        one: 'Se ha añadido # artículo. Las preguntas ya lo encuentran.',
        many: 'Se han añadido # de artículos. Las preguntas ya los encuentran.',
        other: 'Se han añadido # artículos. Las preguntas ya los encuentran.',
      }),
    expired: 'Esta propuesta ha caducado. Vuelve a traer el artículo.',
    refused: (host) =>
      `La dirección de ${host} no se trae: no es una página web pública, o su dueño no quiere que se recoja.`,
    unreachable: (host) =>
      `${host} no responde, o lo hace demasiado despacio. Vuelve a intentarlo más tarde.`,
    notFound: (host) => `En ${host} no existe esa página.`,
    closed: 'Aquí no se puede incorporar nada.',
    notReadable: (name) => `${name} no contiene nada que se pueda leer como artículo.`,
    tooLarge: (maximum) => `El archivo es demasiado grande; acepto como máximo ${maximum} MB.`,
  },
  feeds: {
    heading: 'Feeds',
    none: 'No se sigue ningún feed. Con /feed añadir puedes seguir uno.',
    added: (name, count) => `Ahora se sigue ${name}: ${added(count)}.`,
    removed: (name) => `Ya no se sigue ${name}. Sus artículos se quedan.`,
    paused: (name) => `${name} está en pausa.`,
    resumed: (name) => `Se vuelve a seguir ${name}.`,
    polled: (name, count) =>
      `${name}: ${plural(locale, count, { one: '# artículo nuevo o modificado', many: '# de artículos nuevos o modificados', other: '# artículos nuevos o modificados' })}.`,
    notRead: (name, code) => `No se pudo leer ${name} (${code}).`,
    unknown: 'No existe ese feed. Elige uno de la lista mientras escribes.',
    isPaused: 'en pausa',
    lastSuccess: (age) => `leído ${age}`,
    neverPolled: 'aún sin leer',
    failures: (count, code) =>
      `ha fallado ${plural(locale, count, { one: '# vez', other: '# veces' })} (${code})`,
    announcement: (feed) => `Novedades de ${feed}`,
  },
  settings: {
    heading: 'Ajustes de este servidor',
    channels: 'Canales en los que respondo',
    everyChannel: 'en todos los canales',
    roles: 'Roles que pueden usar los comandos de moderación',
    noRoles: 'solo quienes pueden gestionar mensajes',
    sources: 'Fuentes en las que se busca',
    allSources: 'todas las fuentes',
    language: 'Idioma de las respuestas a menciones',
    serverLanguage: 'el idioma del servidor',
    mentions: (isOn) => `Respuestas a menciones: ${isOn ? 'activadas' : 'desactivadas'}`,
    private: (isOn) => `Mostrar las respuestas solo a quien pregunta: ${isOn ? 'activado' : 'desactivado'}`,
    timeZone: (zone) => `Zona horaria: ${zone}`,
    cooldown: (seconds) =>
      `Entre dos preguntas de una misma persona: ${plural(locale, seconds, { one: '# segundo', other: '# segundos' })}`,
    edit: 'Zona horaria y espera',
    formTitle: 'Zona horaria y espera',
    timeZoneField: 'Zona horaria, por ejemplo Europe/Madrid',
    cooldownField: 'Segundos entre dos preguntas de una persona',
    timeZoneUnknown: (zone) =>
      `«${zone}» no es una zona horaria. Escribe una como Europe/Madrid o Asia/Shanghai.`,
    cooldownWrong: (minimum, maximum) => `Escribe los segundos como un número del ${minimum} al ${maximum}.`,
    turnOn: 'activar',
    turnOff: 'desactivar',
  },
  audit: {
    heading: 'Lo que han hecho los moderadores',
    none: 'Todavía nada.',
    refused: 'denegado',
    acts: {
      settings: 'cambió los ajustes',
      withdraw: 'retiró',
      restore: 'restauró',
      correct: 'puso una nota en',
      'remove-correction': 'quitó la nota de',
      'add-feed': 'empezó a seguir un feed',
      'remove-feed': 'dejó de seguir un feed',
      'pause-feed': 'pausó un feed',
      'resume-feed': 'reanudó un feed',
      pull: 'añadió',
    },
  },
  feedback: {
    heading: 'Respuestas que los miembros marcaron como incorrectas',
    none: 'Nadie ha marcado ninguna respuesta como incorrecta.',
    goneQuotes: 'Sus citas ya no están aquí.',
    show: 'Ver la respuesta',
  },
  status: {
    heading: 'Estado',
    index: (articleCount, sourceCount, chunkCount) =>
      `${articles(articleCount)} de ${sources(sourceCount)}, ${chunks(chunkCount)}`,
    newest: (age) => `Artículo más reciente: ${age}`,
    feeds: (count, failing) =>
      `${plural(locale, count, { one: '# feed', other: '# feeds' })}${failing === 0 ? '' : `, ${failing} con errores`}`,
    queue: (count) =>
      `${plural(locale, count, { one: '# pregunta', other: '# preguntas' })} en espera o en curso`,
    memory: (megabytes) => `Memoria: ${megabytes} MB`,
    running: (since, version) => `Versión ${version}, en marcha desde el ${since}`,
  },
};
