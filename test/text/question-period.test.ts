import { describe, expect, it } from 'vitest';
import { prefersNewest, readQuestionPeriod } from '../../src/text/question-period.ts';

/** A Tuesday in every zone west of the date line. */
const tuesday = { now: new Date('2026-11-24T10:00:00Z'), timeZone: 'Asia/Shanghai' };

/** The question with brackets around what names the period, and the period with its end not included. */
type Row = readonly [marked: string, period: string];

function unmark(marked: string) {
  const question = marked.replace(/[[\]]/g, '');
  const start = marked.indexOf('[');
  return { question, phrase: { start, end: marked.indexOf(']') - 1 } };
}

function write(period: ReturnType<typeof readQuestionPeriod>): string | null {
  return period === null ? null : `${period.from ?? ''}..${period.to}`;
}

const relative: Readonly<Record<string, readonly Row[]>> = {
  Chinese: [
    ['[昨天]鹤屿岛停电了吗？', '2026-11-23..2026-11-24'],
    ['[前天]岚浦港发生了什么', '2026-11-22..2026-11-23'],
    ['[大前天]的火灾', '2026-11-21..2026-11-22'],
    ['[今早]谁辞职了？', '2026-11-24..2026-11-25'],
    ['[昨晚]谁赢了？', '2026-11-23..2026-11-25'],
    ['[三天前]的火灾', '2026-11-21..2026-11-22'],
    ['[３天前]的火灾', '2026-11-21..2026-11-22'],
    ['[十天前]发生了什么', '2026-11-14..2026-11-15'],
    ['[最近一周]有什么新闻', '2026-11-17..2026-11-25'],
    ['[过去24小时]的消息', '2026-11-23..2026-11-25'],
    ['[近三个月]的房价', '2026-08-24..2026-11-25'],
    ['[上周]北港区发生了什么', '2026-11-16..2026-11-23'],
    ['[上週]北港區發生了什麼', '2026-11-16..2026-11-23'],
    ['[上个星期]谁当选', '2026-11-16..2026-11-23'],
    ['[上上周]谁当选', '2026-11-09..2026-11-16'],
    ['[上星期三]停电了吗', '2026-11-18..2026-11-19'],
    ['[上週三]發生了什麼', '2026-11-18..2026-11-19'],
    ['[周五]的会议谁缺席了', '2026-11-20..2026-11-21'],
    ['[星期二]的会议', '2026-11-24..2026-11-25'],
    ['[本周]有什么活动', '2026-11-23..2026-11-30'],
    ['[本周一]停水了吗', '2026-11-23..2026-11-24'],
    ['[上周末]的比赛', '2026-11-21..2026-11-23'],
    ['[上个月]失业率是多少', '2026-10-01..2026-11-01'],
    ['[上個月]誰當選', '2026-10-01..2026-11-01'],
    ['[这个月]谁当选', '2026-11-01..2026-12-01'],
    ['[上季度]产量', '2026-07-01..2026-10-01'],
    ['[今年]谁获奖了', '2026-01-01..2027-01-01'],
    ['[去年]产量多少', '2025-01-01..2026-01-01'],
    ['[前年]产量多少', '2024-01-01..2025-01-01'],
    ['[从周一开始]停运了几班', '2026-11-23..2026-11-25'],
    ['[自上周以来]有何进展', '2026-11-16..2026-11-25'],
    ['[昨天以前]有多少人报名', '..2026-11-23'],
  ],
  Japanese: [
    ['[昨日]の火事の原因は', '2026-11-23..2026-11-24'],
    ['[一昨日]の火事は', '2026-11-22..2026-11-23'],
    ['[おととい]何がありましたか', '2026-11-22..2026-11-23'],
    ['[今朝]の地震はどこですか', '2026-11-24..2026-11-25'],
    ['[昨夜]の試合はどちらが勝ちましたか', '2026-11-23..2026-11-25'],
    ['[先週]何がありましたか', '2026-11-16..2026-11-23'],
    ['[先週の水曜日]に何がありましたか', '2026-11-18..2026-11-19'],
    ['[今週]のニュース', '2026-11-23..2026-11-30'],
    ['[先々週]の会議では', '2026-11-09..2026-11-16'],
    ['[今月]の会議では', '2026-11-01..2026-12-01'],
    ['[先月]の会議では', '2026-10-01..2026-11-01'],
    ['[3日前]の火事は', '2026-11-21..2026-11-22'],
    ['[ここ1週間]で何がありましたか', '2026-11-17..2026-11-25'],
    ['[過去３か月]の売上は', '2026-08-24..2026-11-25'],
    ['[今年]の夏祭りは', '2026-01-01..2027-01-01'],
    ['[昨年]の夏祭りは', '2025-01-01..2026-01-01'],
    ['[一昨年]の夏祭りは', '2024-01-01..2025-01-01'],
    ['[金曜日]に何がありましたか', '2026-11-20..2026-11-21'],
    ['[月曜日から]何が変わりましたか', '2026-11-23..2026-11-25'],
    ['[先週末]の試合は', '2026-11-21..2026-11-23'],
  ],
  English: [
    ['What happened [yesterday] in Brackenport?', '2026-11-23..2026-11-24'],
    ['WHAT HAPPENED [YESTERDAY]?', '2026-11-23..2026-11-24'],
    ['What burned [the day before yesterday]?', '2026-11-22..2026-11-23'],
    ["Which team won [last night]'s final?", '2026-11-23..2026-11-25'],
    ['Who resigned [this morning]?', '2026-11-24..2026-11-25'],
    ['What happened [three days ago]?', '2026-11-21..2026-11-22'],
    ['What closed [in the last 3 days]?', '2026-11-21..2026-11-25'],
    ['What closed [over the past two weeks]?', '2026-11-10..2026-11-25'],
    ['What closed in Oakham [in the past month]?', '2026-10-24..2026-11-25'],
    ['What happened [last week]?', '2026-11-16..2026-11-23'],
    ['What did the council decide [this week]?', '2026-11-23..2026-11-30'],
    ['What did the council decide [the week before last]?', '2026-11-09..2026-11-16'],
    ['Who won [last month]?', '2026-10-01..2026-11-01'],
    ['How did sales go [last quarter]?', '2026-07-01..2026-10-01'],
    ['How much seaweed did East Bay produce [last year]?', '2025-01-01..2026-01-01'],
    ['What happened [last Monday]?', '2026-11-23..2026-11-24'],
    ['What happened [last Tuesday]?', '2026-11-17..2026-11-18'],
    ['What happened [on Tuesday]?', '2026-11-24..2026-11-25'],
    ['What happened [on Friday]?', '2026-11-20..2026-11-21'],
    ["Who was hurt in [Sunday]'s fire?", '2026-11-22..2026-11-23'],
    ['What happened [on Wednesday last week]?', '2026-11-18..2026-11-19'],
    ['What has changed [since Monday]?', '2026-11-23..2026-11-25'],
    ['How many left [after last week]?', '2026-11-23..2026-11-25'],
    ["What did she say [after yesterday]'s storm?", '2026-11-23..2026-11-25'],
    ['How many had left [before Monday]?', '..2026-11-23'],
    ['How many had left [until Monday]?', '..2026-11-24'],
    ['Who played [last weekend]?', '2026-11-21..2026-11-23'],
    ['What happened [from Monday to Wednesday]?', '2026-11-16..2026-11-19'],
    ['Was it colder [this week] than last week?', '2026-11-16..2026-11-30'],
  ],
  Spanish: [
    ['¿Qué pasó [ayer] en Valdorquín?', '2026-11-23..2026-11-24'],
    ['¿Qué pasó [anteayer]?', '2026-11-22..2026-11-23'],
    ['¿Quién ganó [anoche]?', '2026-11-23..2026-11-25'],
    ['¿Qué pasó [la semana pasada]?', '2026-11-16..2026-11-23'],
    ['¿Qué se decidió [esta semana]?', '2026-11-23..2026-11-30'],
    ['¿Quién ganó [el mes pasado]?', '2026-10-01..2026-11-01'],
    ['¿Cuánto llovió [el año pasado]?', '2025-01-01..2026-01-01'],
    ['¿Qué pasó [hace tres días]?', '2026-11-21..2026-11-22'],
    ['¿Qué ha cerrado [en los últimos 10 días]?', '2026-11-14..2026-11-25'],
    ['¿Qué ocurrió [el lunes]?', '2026-11-23..2026-11-24'],
    ['¿Qué ocurrió [el martes pasado]?', '2026-11-17..2026-11-18'],
    ['¿Qué ha cambiado [desde el lunes]?', '2026-11-23..2026-11-25'],
    ['¿Quién jugó [el fin de semana]?', '2026-11-21..2026-11-23'],
    ['¿Qué pasó [del lunes al miércoles]?', '2026-11-16..2026-11-19'],
  ],
  Portuguese: [
    ['O que aconteceu [ontem]?', '2026-11-23..2026-11-24'],
    ['O que aconteceu [anteontem] em Vale Verde?', '2026-11-22..2026-11-23'],
    ['O que aconteceu [na semana passada]?', '2026-11-16..2026-11-23'],
    ['Quem venceu [no mês passado]?', '2026-10-01..2026-11-01'],
    ['O que aconteceu [há três dias]?', '2026-11-21..2026-11-22'],
    ['O que mudou [nos últimos dois meses]?', '2026-09-24..2026-11-25'],
    ['O que aconteceu [na sexta-feira]?', '2026-11-20..2026-11-21'],
    ['O que mudou [desde segunda-feira]?', '2026-11-23..2026-11-25'],
  ],
  French: [
    ['Que s’est-il passé [hier] ?', '2026-11-23..2026-11-24'],
    ['Que s’est-il passé [avant-hier] à Brume ?', '2026-11-22..2026-11-23'],
    ['Qui a gagné [hier soir] ?', '2026-11-23..2026-11-25'],
    ['Que s’est-il passé [la semaine dernière] ?', '2026-11-16..2026-11-23'],
    ['Qui a gagné [le mois dernier] ?', '2026-10-01..2026-11-01'],
    ['Combien a-t-il plu [l’année dernière] ?', '2025-01-01..2026-01-01'],
    ['Que s’est-il passé [il y a trois jours] ?', '2026-11-21..2026-11-22'],
    ['Qu’est-ce qui a fermé [ces 10 derniers jours] ?', '2026-11-14..2026-11-25'],
    ['Que s’est-il passé [lundi] ?', '2026-11-23..2026-11-24'],
    ['Que s’est-il passé [mardi dernier] ?', '2026-11-17..2026-11-18'],
    ['Qu’est-ce qui a changé [depuis lundi] ?', '2026-11-23..2026-11-25'],
  ],
  German: [
    ['Was geschah [gestern]?', '2026-11-23..2026-11-24'],
    ['Was geschah [vorgestern] in Kaltenmoor?', '2026-11-22..2026-11-23'],
    ['Wer gewann [gestern Abend]?', '2026-11-23..2026-11-25'],
    ['Was ist [letzte Woche] passiert?', '2026-11-16..2026-11-23'],
    ['Was wurde [diese Woche] beschlossen?', '2026-11-23..2026-11-30'],
    ['Wer gewann [im letzten Monat]?', '2026-10-01..2026-11-01'],
    ['Wie viel hat es [im vergangenen Jahr] geregnet?', '2025-01-01..2026-01-01'],
    ['Was geschah [vor drei Tagen]?', '2026-11-21..2026-11-22'],
    ['Was wurde [in den letzten 10 Tagen] geschlossen?', '2026-11-14..2026-11-25'],
    ['Was geschah [am Freitag]?', '2026-11-20..2026-11-21'],
    ['Was hat sich [seit Montag] geändert?', '2026-11-23..2026-11-25'],
    ['Was geschah [am Wochenende]?', '2026-11-21..2026-11-23'],
  ],
  Russian: [
    ['Что случилось [вчера] в Старолуговске?', '2026-11-23..2026-11-24'],
    ['Что случилось [позавчера]?', '2026-11-22..2026-11-23'],
    ['Кто победил [вчера вечером]?', '2026-11-23..2026-11-25'],
    ['Что случилось [на прошлой неделе]?', '2026-11-16..2026-11-23'],
    ['Кто победил [в прошлом месяце]?', '2026-10-01..2026-11-01'],
    ['Сколько собрали [в прошлом году]?', '2025-01-01..2026-01-01'],
    ['Что случилось [три дня назад]?', '2026-11-21..2026-11-22'],
    ['Что закрыли [за последние две недели]?', '2026-11-10..2026-11-25'],
    ['Что случилось [в пятницу]?', '2026-11-20..2026-11-21'],
    ['Что изменилось [с понедельника]?', '2026-11-23..2026-11-25'],
    ['Что случилось [в прошлый вторник]?', '2026-11-17..2026-11-18'],
  ],
  Arabic: [
    ['ماذا حدث [أمس] في مرسى الياقوت؟', '2026-11-23..2026-11-24'],
    ['ماذا حدث [أول أمس]؟', '2026-11-22..2026-11-23'],
    ['ماذا حدث [الأسبوع الماضي]؟', '2026-11-16..2026-11-23'],
    ['ماذا تقرر [هذا الأسبوع]؟', '2026-11-23..2026-11-30'],
    ['من فاز [في الشهر الماضي]؟', '2026-10-01..2026-11-01'],
    ['كم بلغ الإنتاج [العام الماضي]؟', '2025-01-01..2026-01-01'],
    ['ماذا حدث [قبل ثلاثة أيام]؟', '2026-11-21..2026-11-22'],
    ['ماذا حدث [قبل يومين]؟', '2026-11-22..2026-11-23'],
    ['ماذا أُغلق [خلال الأيام الثلاثة الماضية]؟', '2026-11-21..2026-11-25'],
    ['ماذا حدث [يوم الجمعة]؟', '2026-11-20..2026-11-21'],
    ['ما الذي تغير [منذ الاثنين]؟', '2026-11-23..2026-11-25'],
  ],
};

const absolute: Readonly<Record<string, readonly Row[]>> = {
  Chinese: [
    ['[今年3月]谁获奖', '2026-03-01..2026-04-01'],
    ['[去年12月]的票价', '2025-12-01..2026-01-01'],
    ['[2023年11月]发生了什么', '2023-11-01..2023-12-01'],
    ['[２０２３年１１月]发生了什么', '2023-11-01..2023-12-01'],
    ['[二〇二三年十一月]发生了什么', '2023-11-01..2023-12-01'],
    ['[11月24日]发生了什么', '2026-11-24..2026-11-25'],
    ['[12月1日]发生了什么', '2025-12-01..2025-12-02'],
    ['[十二月一號]發生了什麼', '2025-12-01..2025-12-02'],
    ['[12月]发生了什么', '2025-12-01..2026-01-01'],
    ['[三月份]发生了什么', '2026-03-01..2026-04-01'],
    ['[2023年11月24日]谁当选', '2023-11-24..2023-11-25'],
    ['[11月24日]（星期二）停电了吗', '2026-11-24..2026-11-25'],
    ['[11月3日至5日]的展览', '2026-11-03..2026-11-06'],
    ['[11月3日至12月5日]的展览', '2025-11-03..2025-12-06'],
    ['[今年上半年]产量多少', '2026-01-01..2026-07-01'],
    ['[第三季度]产量多少', '2026-07-01..2026-10-01'],
    ['[11月上旬]发生了什么', '2026-11-01..2026-11-11'],
    ['[2015年]地铁开工了吗', '2015-01-01..2016-01-01'],
    ['[2019年至2021年]产量多少', '2019-01-01..2022-01-01'],
    ['[自2020年以来]产量多少', '2020-01-01..2026-11-25'],
    ['[2023年之前]谁是馆长', '..2023-01-01'],
    ['[2023年后]谁是馆长', '2024-01-01..2026-11-25'],
    ['[上个月24日]停电了吗', '2026-10-24..2026-10-25'],
  ],
  Japanese: [
    ['[去年の12月]に何がありましたか', '2025-12-01..2026-01-01'],
    ['[2023年11月24日]に何がありましたか', '2023-11-24..2023-11-25'],
    ['[12月1日]に何がありましたか', '2025-12-01..2025-12-02'],
    ['[令和5年11月]に何がありましたか', '2023-11-01..2023-12-01'],
    ['[平成元年]に何がありましたか', '1989-01-01..1990-01-01'],
    ['[11月3日から5日まで]何がありましたか', '2026-11-03..2026-11-06'],
    ['[2020年以降]何が変わりましたか', '2020-01-01..2026-11-25'],
    ['[3月]に何がありましたか', '2026-03-01..2026-04-01'],
  ],
  English: [
    ['What happened [in November 2023]?', '2023-11-01..2023-12-01'],
    ['What happened [in November]?', '2026-11-01..2026-12-01'],
    ['what happened [in december]?', '2025-12-01..2026-01-01'],
    ['What happened [last November]?', '2025-11-01..2025-12-01'],
    ['What happened [in May]?', '2026-05-01..2026-06-01'],
    ['What happened [on 3 May]?', '2026-05-03..2026-05-04'],
    ['What happened [on December 1st]?', '2025-12-01..2025-12-02'],
    ['What happened [on the 24th of November 2023]?', '2023-11-24..2023-11-25'],
    ['What happened [on 2023-11-24]?', '2023-11-24..2023-11-25'],
    ['What happened [on 24/11/2023]?', '2023-11-24..2023-11-25'],
    ['What happened [on 11/24/2023]?', '2023-11-24..2023-11-25'],
    ['What happened [in November last year]?', '2025-11-01..2025-12-01'],
    ['What happened [on Monday, 3 November 2025]?', '2025-11-03..2025-11-04'],
    ['Who came [from 3 to 5 November]?', '2026-11-03..2026-11-06'],
    ['Who came [between 28 November and 2 December 2025]?', '2025-11-28..2025-12-03'],
    ['What changed [between March and May 2023]?', '2023-03-01..2023-06-01'],
    ['What changed [from November to February]?', '2025-11-01..2026-03-01'],
    ['What changed [between 2019 and 2021]?', '2019-01-01..2022-01-01'],
    ['What happened [in 1998]?', '1998-01-01..1999-01-01'],
    ['How many ferries ran [in 2023] and how many buses?', '2023-01-01..2024-01-01'],
    ['Who led the board [before 2020]?', '..2020-01-01'],
    ['Who has led the board [since 2020]?', '2020-01-01..2026-11-25'],
    ['What happened [in early 2023]?', '2023-01-01..2023-05-03'],
    ['How did sales go [in the third quarter of 2023]?', '2023-07-01..2023-10-01'],
    ['Was it cold [on 29 February]?', '2024-02-29..2024-03-01'],
  ],
  Spanish: [
    ['¿Qué pasó [en noviembre de 2023]?', '2023-11-01..2023-12-01'],
    ['¿Qué pasó [en diciembre]?', '2025-12-01..2026-01-01'],
    ['¿Qué pasó el [24 de noviembre de 2023]?', '2023-11-24..2023-11-25'],
    ['¿Qué pasó el [05/11/2023]?', '2023-11-05..2023-11-06'],
    ['¿Qué pasó [del 3 al 5 de noviembre]?', '2026-11-03..2026-11-06'],
    ['¿Qué pasó [en noviembre del año pasado]?', '2025-11-01..2025-12-01'],
    ['¿Quién dirige el museo [desde 2020]?', '2020-01-01..2026-11-25'],
    ['¿Qué pasó [en 1998]?', '1998-01-01..1999-01-01'],
    ['¿Qué pasó [a finales de noviembre de 2023]?', '2023-11-21..2023-12-01'],
  ],
  Portuguese: [
    ['O que aconteceu [em novembro de 2023]?', '2023-11-01..2023-12-01'],
    ['O que aconteceu em Vale Verde [em maio]?', '2026-05-01..2026-06-01'],
    ['O que aconteceu [em 1 de dezembro]?', '2025-12-01..2025-12-02'],
    ['Quem dirige o museu [desde 2020]?', '2020-01-01..2026-11-25'],
  ],
  French: [
    ['Que s’est-il passé [en novembre 2023] ?', '2023-11-01..2023-12-01'],
    ['Que s’est-il passé [le 1er décembre] ?', '2025-12-01..2025-12-02'],
    ['Que s’est-il passé [du 3 au 5 novembre 2023] ?', '2023-11-03..2023-11-06'],
    ['Pourquoi ne passe-t-on plus sur le pont [depuis 2022] ?', '2022-01-01..2026-11-25'],
    ['Que s’est-il passé [fin novembre 2023] ?', '2023-11-21..2023-12-01'],
  ],
  German: [
    ['Was geschah [im November 2023]?', '2023-11-01..2023-12-01'],
    ['Was geschah [im März]?', '2026-03-01..2026-04-01'],
    ['Was geschah [am 1. Dezember]?', '2025-12-01..2025-12-02'],
    ['Was geschah [am 24.11.2023]?', '2023-11-24..2023-11-25'],
    ['Was geschah [vom 3. bis 5. November]?', '2026-11-03..2026-11-06'],
    ['Was geschah [im Jahr 1998]?', '1998-01-01..1999-01-01'],
    ['Was geschah [zwischen März und Mai 2023]?', '2023-03-01..2023-06-01'],
  ],
  Russian: [
    ['Что случилось [в ноябре 2023 года]?', '2023-11-01..2023-12-01'],
    ['Что случилось [1 декабря]?', '2025-12-01..2025-12-02'],
    ['Что случилось [24.11.2023]?', '2023-11-24..2023-11-25'],
    ['Что случилось [с 3 по 5 ноября]?', '2026-11-03..2026-11-06'],
    ['Что случилось [в 1998 году]?', '1998-01-01..1999-01-01'],
    ['Кто возглавляет музей [с 2020 года]?', '2020-01-01..2026-11-25'],
    ['Что случилось [в ноябре прошлого года]?', '2025-11-01..2025-12-01'],
  ],
  Arabic: [
    ['ماذا حدث [في نوفمبر 2023]؟', '2023-11-01..2023-12-01'],
    ['ماذا حدث [في تشرين الثاني ٢٠٢٣]؟', '2023-11-01..2023-12-01'],
    ['ماذا حدث [في ٢٤ نوفمبر ٢٠٢٣]؟', '2023-11-24..2023-11-25'],
    ['ماذا حدث [في ديسمبر]؟', '2025-12-01..2026-01-01'],
    ['ماذا حدث [في عام 1998]؟', '1998-01-01..1999-01-01'],
    ['من يدير المحطة [منذ 2020]؟', '2020-01-01..2026-11-25'],
  ],
};

function rowsOf(table: Readonly<Record<string, readonly Row[]>>) {
  return Object.entries(table).flatMap(([language, rows]) =>
    rows.map(([marked, period]) => ({ language, marked, period })),
  );
}

describe('readQuestionPeriod', () => {
  it.each(rowsOf(relative))('reads the relative period of $marked ($language)', ({ marked, period }) => {
    const { question, phrase } = unmark(marked);
    const read = readQuestionPeriod(question, tuesday);
    expect(write(read)).toBe(period);
    expect(read).toMatchObject({ phrase, isRelative: true });
  });

  it.each(rowsOf(absolute))('reads the date of $marked ($language)', ({ marked, period }) => {
    const { question, phrase } = unmark(marked);
    const read = readQuestionPeriod(question, tuesday);
    expect(write(read)).toBe(period);
    expect(read).toMatchObject({ phrase, isRelative: false });
  });

  it.each([
    // Counts and numbers.
    ['Why did 5 people leave?'],
    ['How many of the 2000 homes flooded?'],
    ['How many people live in 2000 homes?'],
    ['Why was room 2019 closed?'],
    ['Who walked for three days?'],
    ['Who ran for 24 hours?'],
    ['一周三次课要多少钱'],
    ['这座桥有2000年历史吗'],
    ['三月兎の営業時間は？'],
    ['10日間の旅はいくらですか'],
    // Words that look like a month, a day or a paper.
    ['May I ask who won?'],
    ['What may change for the ferry?'],
    ['What did Theresa May say about it?'],
    ['Who is May in the play?'],
    ['How many people march in the parade?'],
    ['What did April Jones say?'],
    ['What did the Sunday Times report?'],
    ['What did he write on Sunday Times paper?'],
    ['Who runs USA Today?'],
    ['Did Mayo County win the match?'],
    ['What did the Mars 2020 mission find?'],
    ['十月革命是什么'],
    ['五月天的演唱会'],
    ['今日头条是什么公司'],
    ['¿Quién compró la Plaza de Mayo?'],
    ['¿Qué hay en la avenida 25 de Mayo?'],
    ['¿Cómo se vive hoy en día en Valdorquín?'],
    ['目前天气怎么样'],
    ['如今年轻人喜欢什么'],
    ['日本周边有哪些岛'],
    ['过去年轻人怎么过节'],
    ['这一天来了多少人'],
    ['景区一天来多少人'],
    ['Кто работает в среде рыбаков?'],
    ['كم لترا تنتج المحطة في اليوم؟'],
    // The last of something is not the last before now.
    ['What happened in the last week of the festival?'],
    ['Who played in the last three days of the fair?'],
    ['¿Quién tocó en la última semana del festival?'],
    ['Qui a joué les trois derniers jours du festival ?'],
    ['Was geschah in der letzten Woche des Festes?'],
    // Every such day, and days to come.
    ['What is open on Mondays?'],
    ['What happens every Monday?'],
    ['每周三有什么活动'],
    ['Que fait-on le lundi à Brume ?'],
    ['毎週月曜日は休みですか'],
    ['下周三有什么活动'],
    ['明天有雨吗'],
    ['来週の月曜日は休みですか'],
    ['What happens next week?'],
    ['What happens on Monday next week?'],
    ['When will the shop open on Friday?'],
    ['¿Qué abrirá en marzo?'],
    ['Was wird im März gebaut?'],
    ['Что будет в пятницу?'],
    ['What is planned for December 2030?'],
    // Events with a year.
    ['Who won the World Cup 2022?'],
    ['Who won the 2022 World Cup?'],
    ['Who won in 2022 World Cup?'],
    ['2022年世界杯谁赢了'],
    ['北京2022年冬奥会开幕式'],
    ['2022年のワールドカップはどこが優勝しましたか'],
    ['¿Quién ganó el Mundial de 2022?'],
    ['Кто выиграл чемпионат мира 2022 года?'],
    ['Wer gewann die WM 2022?'],
    ['من فاز بكأس العالم 2022؟'],
    // Titles.
    ['What does "Yesterday in Brackenport" mean?'],
    ['《昨天今天明天》是谁演的'],
    ['「去年の12月」の作者は誰ですか'],
    ['Wer schrieb „November 1918“?'],
    // Neither day nor month, decades, seasons, no dates.
    ['What happened on 05/11/2023?'],
    ['What happened in the 1990s?'],
    ['1990年代发生了什么'],
    ['Who won the 2015-16 season?'],
    ['What happened on 30 February?'],
    ['What is in version 1.2.3.2023?'],
    // Which of the two dates the article is not told.
    ['What did the mayor say yesterday about the fire of 2 March 2024?'],
    [''],
    ['ما سبب تأخر تشغيل محطة الفنار؟'],
  ])('reads no period in "%s"', (question) => {
    expect(readQuestionPeriod(question, tuesday)).toBeNull();
  });

  it.each([
    // The same instant on either side of midnight.
    ['2026-11-23T16:30:00Z', 'Asia/Shanghai', '昨天', '2026-11-23..2026-11-24'],
    ['2026-11-23T16:30:00Z', 'Europe/Madrid', 'ayer', '2026-11-22..2026-11-23'],
    ['2026-11-23T16:30:00Z', 'America/Los_Angeles', 'yesterday', '2026-11-22..2026-11-23'],
    ['2026-11-24T09:59:00Z', 'Pacific/Kiritimati', 'yesterday', '2026-11-23..2026-11-24'],
    ['2026-11-24T10:00:00Z', 'Pacific/Kiritimati', 'yesterday', '2026-11-24..2026-11-25'],
    ['2026-11-24T10:00:00Z', 'Pacific/Niue', 'yesterday', '2026-11-22..2026-11-23'],
    // Days of 23 and of 25 hours.
    ['2026-03-29T21:59:00Z', 'Europe/Madrid', 'hoy', '2026-03-29..2026-03-30'],
    ['2026-03-29T22:00:00Z', 'Europe/Madrid', 'hoy', '2026-03-30..2026-03-31'],
    ['2026-10-25T22:59:00Z', 'Europe/Madrid', 'la semana pasada', '2026-10-12..2026-10-19'],
    ['2026-10-25T23:00:00Z', 'Europe/Madrid', 'la semana pasada', '2026-10-19..2026-10-26'],
    ['2026-11-02T07:59:00Z', 'America/Los_Angeles', 'today', '2026-11-01..2026-11-02'],
    ['2026-11-02T08:00:00Z', 'America/Los_Angeles', 'today', '2026-11-02..2026-11-03'],
    // The turn of a year, a leap day, a short month.
    ['2026-12-31T16:30:00Z', 'Asia/Shanghai', '去年', '2026-01-01..2027-01-01'],
    ['2026-12-31T16:30:00Z', 'Europe/Madrid', 'el año pasado', '2025-01-01..2026-01-01'],
    ['2027-01-02T12:00:00Z', 'Europe/Madrid', 'en diciembre', '2026-12-01..2027-01-01'],
    ['2027-01-02T12:00:00Z', 'Asia/Shanghai', '上个月', '2026-12-01..2027-01-01'],
    ['2028-02-29T12:00:00Z', 'Asia/Shanghai', '2月29日', '2028-02-29..2028-03-01'],
    ['2027-05-01T12:00:00Z', 'Asia/Shanghai', '2月29日', '2024-02-29..2024-03-01'],
    ['2026-03-31T12:00:00Z', 'Asia/Shanghai', 'in the last month', '2026-02-28..2026-04-01'],
    // Weeks end with Sunday.
    ['2026-11-29T12:00:00Z', 'Europe/Madrid', 'esta semana', '2026-11-23..2026-11-30'],
    ['2026-11-29T12:00:00Z', 'Europe/Madrid', 'this weekend', '2026-11-28..2026-11-30'],
    ['2026-11-29T12:00:00Z', 'Europe/Madrid', 'last weekend', '2026-11-21..2026-11-23'],
    ['2026-11-30T12:00:00Z', 'Europe/Madrid', 'last weekend', '2026-11-28..2026-11-30'],
    ['2026-11-30T12:00:00Z', 'Asia/Shanghai', '上周日', '2026-11-29..2026-11-30'],
    ['2026-11-30T12:00:00Z', 'Asia/Shanghai', '周一', '2026-11-30..2026-12-01'],
  ])('at %s in %s reads "%s" as %s', (now, timeZone, question, period) => {
    expect(write(readQuestionPeriod(question, { now: new Date(now), timeZone }))).toBe(period);
  });

  it('takes weeks, months and years ago as widely as they are said', () => {
    expect(write(readQuestionPeriod('What burned two weeks ago?', tuesday))).toBe('2026-11-07..2026-11-16');
    expect(write(readQuestionPeriod('三年前的火灾', tuesday))).toBe('2023-01-01..2024-05-25');
    expect(write(readQuestionPeriod('год назад', tuesday))).toBe('2025-01-01..2026-05-26');
  });

  it('takes the narrower of two periods within each other', () => {
    const read = readQuestionPeriod('ما الذي حدث أمس، وماذا حدث هذا الأسبوع؟', tuesday);
    expect(write(read)).toBe('2026-11-23..2026-11-24');
    expect(write(readQuestionPeriod('What burned yesterday (23 November)?', tuesday))).toBe(
      '2026-11-23..2026-11-24',
    );
    expect(write(readQuestionPeriod('今年上周有多少次停电', tuesday))).toBe('2026-11-16..2026-11-23');
  });

  it('reads a question that stands in quotation marks as a whole', () => {
    expect(write(readQuestionPeriod('"What happened yesterday?"', tuesday))).toBe('2026-11-23..2026-11-24');
    expect(write(readQuestionPeriod('「昨日の火事は？」', tuesday))).toBe('2026-11-23..2026-11-24');
  });

  it('gives offsets into the question as it was written', () => {
    const question = '  ¿Que\u0301 paso\u0301   la  semana   pasada? 🏮';
    const phrase = readQuestionPeriod(question, tuesday)?.phrase;
    expect(question.slice(phrase?.start, phrase?.end)).toBe('la  semana   pasada');
  });

  it('says whether the newest is asked for as well', () => {
    expect(readQuestionPeriod('What is the latest from last week?', tuesday)?.prefersNewest).toBe(true);
    expect(readQuestionPeriod('上周的火灾', tuesday)?.prefersNewest).toBe(false);
  });

  it('throws for a time zone that does not exist and for no instant', () => {
    expect(() => readQuestionPeriod('昨天', { ...tuesday, timeZone: 'Mars/Olympus' })).toThrow(RangeError);
    expect(() => readQuestionPeriod('昨天', { ...tuesday, now: new Date(NaN) })).toThrow(RangeError);
  });

  it.each([
    '1',
    ' ',
    '“',
    '"',
    '«a',
    'last ',
    'in ',
    'three ',
    'on Monday ',
    'in 2019 ',
    '3 to ',
    'de ',
    'il y a ',
    '1-',
    'ra-t-',
    '周',
    '2022',
    '2022年',
    '十',
    '3日',
    '昨天',
    '令和5年',
    'の',
    'три ',
    'в ',
    'ال',
    'في ',
    'é',
    '\u0301',
  ])('stays quick on 2,000 characters of "%s"', (part) => {
    const question = part.repeat(2000).slice(0, 2000);
    const start = performance.now();
    readQuestionPeriod(question, tuesday);
    // Some milliseconds; the rest is for a busy machine. What is not linear takes seconds.
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('prefersNewest', () => {
  it.each([
    ['What is the latest on the bridge?', true],
    ['What are the newest rules?', true],
    ['What did the most recent poll say?', true],
    ['最新的票价是多少', true],
    ['最近有什么新闻', true],
    ['最近的新闻', true],
    ['最新のニュースは何ですか', true],
    ['¿Cuáles son las últimas noticias?', true],
    ['¿Cuál es el informe más reciente?', true],
    ['Quelles sont les dernières nouvelles ?', true],
    ['Quel est le sondage le plus récent ?', true],
    ['Was sind die neuesten Zahlen?', true],
    ['Какие последние новости о мосте?', true],
    ['ما أحدث الأخبار عن المحطة؟', true],
    ['ما آخر الأخبار؟', true],
    ['Qual é a pesquisa mais recente?', true],
    ['When must they finish at the latest?', false],
    ['最近的地铁站在哪', false],
    ['其他冷库最晚什么时候要查完充电设备？', false],
    ['¿Quién fue el último en salir?', false],
    ['À quelle heure part le dernier bateau ?', false],
    ['Кто ушел последним?', false],
    ['ロープウエーに乗れる最後の日はいつですか。', false],
    ['من كان آخر من غادر؟', false],
    ['', false],
  ])('of "%s" is %s', (question, isNewest) => {
    expect(prefersNewest(question)).toBe(isNewest);
  });
});
