/**
 * What asks for the newest whatever follows, and words for "last" and "near" (último, dernier, последний, 最近) with a word for
 * news only: the last ferry is no news, and 最近的地铁站 is the nearest station.
 */
const newest: readonly RegExp[] = [
  /最新|最近(?=$|[，,?!]|发生|怎么|有|新闻|消息|的新闻|的消息|报道|进展|情况|出了|出现|几天)|近况|近来|近期|刚刚|刚才|最後のニュース|直近|最近の(?:ニュース|動き|話題)/u,
  word(
    "latest|newest|most recent(?:ly)?|recently|lately|breaking news|what's new|just (?:happened|announced|now)|up to date",
  ),
  word(
    '(?:mas|lo mas) recientes?|recientemente|ultimamente|novedades|ultim[oa]s? (?:hora|noticias?|novedad(?:es)?|informacion(?:es)?|datos?|cifras?|encuestas?|informes?|comunicados?|sucesos?|acontecimientos?|declaraciones?)|(?:noticias?|informacion) mas nuevas?',
  ),
  word(
    '(?:le|la|les) plus recente?s?|plus recente?s?|recemment|dernierement|(?:derniere?s?) (?:nouvelles?|actualites?|infos?|informations?|minute|chiffres?|sondages?|rapports?|evenements?|developpements?|annonces?|declarations?)',
  ),
  word(
    'neueste[rnsm]?|neuste[rnsm]?|aktuellste[rnsm]?|jungste[rnsm]?|neulich|kurzlich|letzte[rnsm]? (?:nachrichten?|meldung(?:en)?|neuigkeit(?:en)?|zahlen|umfragen?)',
  ),
  word(
    'mais recentes?|recentemente|ultimamente|ultim[oa]s? (?:hora|noticias?|novidades?|informac(?:ao|oes)|dados|numeros|pesquisas?|acontecimentos?)',
  ),
  word(
    'последн\\p{L}{2,3} (?:новост\\p{L}+|событи\\p{L}+|данн\\p{L}+|известия|сообщени\\p{L}+|сведения|опрос\\p{L}*)|новейш\\p{L}+|свеж\\p{L}{2,3} (?:новост\\p{L}+|данн\\p{L}+)|недавно|в последнее время|самы[йе] нов(?:ый|ые)|самая новая',
  ),
  word(
    'احدث|اخر (?:ال)?(?:اخبار|انباء|خبر|مستجدات|تطورات|المستجدات|احصاءات|بيانات|تقرير)|مؤخرا|حديثا|عاجل|(?:اخر )?(?:ال)?مستجدات',
  ),
];

/** A folded text as a whole word of a language with spaces. */
function word(choice: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])[وفبل]?(?:${choice})(?![\\p{L}\\p{N}])`, 'u');
}

/** "At the latest" sets a term. */
const otherwise = /at the latest|latest (?:by|time)/u;

/** Whether a folded question asks for the newest there is. */
export function asksForNewest(folded: string): boolean {
  return newest.some((pattern) => pattern.test(folded)) && !otherwise.test(folded);
}
