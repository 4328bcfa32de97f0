import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'ar';
const articles = (count: number): string =>
  plural(locale, count, {
    zero: 'لا مقالات',
    one: 'مقال واحد',
    two: 'مقالان',
    few: '# مقالات',
    many: '# مقالًا',
    other: '# مقال',
  });
/** After "من", in the genitive. */
const fromSources = (count: number): string =>
  plural(locale, count, {
    one: 'مصدر واحد',
    two: 'مصدرين',
    few: '# مصادر',
    many: '# مصدرًا',
    other: '# مصدر',
  });
/** After "بعد", in the genitive. */
const seconds = (count: number): string =>
  plural(locale, count, {
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: '# ثوانٍ',
    many: '# ثانية',
    other: '# ثانية',
  });
const characters = (count: number): string =>
  plural(locale, count, {
    one: 'حرف واحد',
    two: 'حرفان',
    few: '# أحرف',
    many: '# حرفًا',
    other: '# حرف',
  });
const statements = (count: number): string =>
  plural(locale, count, {
    one: 'العبارة الأولى',
    two: 'العبارتين الأوليين',
    few: 'أول # عبارات',
    many: 'أول # عبارة',
    other: 'أول # عبارة',
  });

/** `\u200e` keeps a command's slash before its name and a date's parts in order among letters that run to the left. */
const ltr = '\u200e';

/**
 * Arabic. Discord itself speaks none: an Arabic reader's client shows the commands in another language, most often in
 * English, so the names here are the English ones and never registered.
 */
export const ar: Messages = {
  locale,
  commands: {
    ask: {
      name: 'ask',
      description: 'اطرح سؤالًا، ويأتيك الجواب باقتباسات حرفية من مقالات إخبارية',
      question: { name: 'question', description: 'ما تريد معرفته، بأي لغة' },
      since: {
        name: 'since',
        description: `المقالات من هذا اليوم فصاعدًا فقط: ${ltr}2026-03-01، ${ltr}2026-03، الأسبوع الماضي`,
      },
      until: {
        name: 'until',
        description: `المقالات حتى هذا اليوم فقط: ${ltr}2026-03-31، ${ltr}2026-03، أمس`,
      },
      source: { name: 'source', description: 'مقالات هذا المصدر فقط' },
      language: { name: 'language', description: 'المقالات المكتوبة بهذه اللغة فقط' },
      private: { name: 'private', description: 'عرض الجواب لك وحدك، ويمكنك مشاركته لاحقًا' },
    },
    latest: {
      name: 'latest',
      description: 'أحدث المقالات',
      source: { name: 'source', description: 'مقالات هذا المصدر فقط' },
      topic: { name: 'topic', description: 'المقالات التي تتناول هذا الموضوع فقط' },
    },
    article: {
      name: 'article',
      description: 'البحث عن مقال وقراءته',
      find: {
        name: 'find',
        description: 'البحث عن مقالات بكلمات من عناوينها',
        words: { name: 'words', description: `كلمات من العنوان، أو المصدر، أو تاريخ مثل ${ltr}2026-03` },
      },
      show: {
        name: 'show',
        description: 'قراءة مقال صفحةً صفحة',
        article: { name: 'article', description: 'ابدأ بكتابة عنوان المقال' },
      },
    },
    sources: { name: 'sources', description: 'المصادر التي تُستقى منها الأجوبة' },
    help: { name: 'help', description: 'ما الذي يمكنك أن تسأل عنه، وكيف' },
    privacy: { name: 'privacy', description: 'ما يُحفظ عنك وما لا يُحفظ' },
    check: 'المقارنة بالأخبار',
  },
  buttons: {
    more: 'المزيد من الاقتباسات',
    previous: 'السابق',
    next: 'التالي',
    showInArticle: 'عرض في المقال',
    article: 'قراءة المقال',
    share: 'مشاركة',
    helpful: 'مفيد',
    wrong: 'غير صحيح',
    original: 'الصفحة الأصلية',
  },
  answer: {
    notSure: 'ليس من المؤكد أن هذا يجيب عن السؤال. أقرب ما ورد في المقالات:',
    notFound: 'لا تجيب المقالات عن هذا السؤال.',
    openNearest: 'افتح أحد أقرب المقالات',
    onlySince: (date, phrase) => `المقالات المنشورة منذ ${date} فقط («${phrase}»).`,
    newest: (date, age) => `أحدث مقال مقتبس منه: ${date}، ${age}`,
    lines: (from, to) => (from === to ? `السطر ${from}` : `الأسطر من ${from} إلى ${to}`),
    differ: (figures) => `تختلف وسائل الإعلام: ${figures}`,
    alsoIn: (names) => `ورد أيضًا في: ${names}`,
    corrected: (title, date) => `صُحّح هذا المقال${date === null ? '' : ` بتاريخ ${date}`}: ${title}`,
    note: (note) => `ملاحظة من المشرفين: ${note}`,
    withheld: (title) => `حُجب اقتباس من «${title}» لأن صفحته تغيّرت بعد فهرستها.`,
    withdrawn: 'أُزيل هذا الاقتباس لأن مقاله سُحب.',
    sharedBy: (user) => `تمت المشاركة بواسطة ${user}`,
    quotesOf: (from, to, total) =>
      from === to ? `الاقتباس ${from} من أصل ${total}` : `الاقتباسات من ${from} إلى ${to} من أصل ${total}`,
  },
  check: {
    heading: 'ما تقوله المقالات عن هذه الرسالة',
    nothing: 'لا تذكر المقالات شيئًا عن هذا.',
    noClaims: 'لا يوجد في هذه الرسالة ما يمكن البحث عنه، فهي لا تحتوي على أي جملة.',
    onlyFirst: (count) => `اقتصر البحث على ${statements(count)}.`,
    noVerdict: 'هذا أقرب ما ورد في المقالات، وليس حكمًا على صحة الرسالة. اقرأه في سياق مقاله.',
  },
  lists: {
    latest: 'أحدث المقالات',
    latestAbout: (topic) => `أحدث المقالات عن «${topic}»`,
    found: (words) => `المقالات التي تتضمن «${words}»`,
    none: 'لا توجد مقالات مطابقة.',
    open: 'افتح مقالًا',
    sources: 'المصادر',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `الأحدث: ${date}`,
    page: (page, total) => (total === null ? `الصفحة ${page}` : `الصفحة ${page} من ${total}`),
    undated: 'بلا تاريخ',
  },
  article: {
    by: (authors) => `بقلم: ${authors}`,
    page: (page, total) => `الصفحة ${page} من ${total}`,
    inContext: 'الاقتباس بالخط العريض مع النص المحيط به',
    gone: 'لم يعد هذا المقال موجودًا هنا.',
  },
  feedback: {
    thanks: 'شكرًا لك. يرى المشرفون اختيارك دون سؤالك، لأن الأسئلة لا تُحفظ.',
    modalTitle: 'ما الخطأ؟',
    modalQuestion: 'ما الخطأ في هذا الجواب؟',
    reasons: {
      'wrong-article': 'يتحدث عن أمر آخر',
      outdated: 'معلوماته قديمة',
      'cut-badly': 'الاقتباس مقتطع على نحو مضلل',
      'not-an-answer': 'لا يجيب عن السؤال',
      other: 'سبب آخر',
    },
  },
  notices: {
    cooldown: (count) => `أنت تسأل أسرع مما أستطيع أن أقرأ. يُرجى المحاولة مجددًا بعد ${seconds(count)}.`,
    busy: 'كثيرون يسألون الآن. يُرجى المحاولة مجددًا بعد قليل.',
    starting: 'ما زلت أستعد. يُرجى المحاولة مجددًا بعد دقيقة.',
    wrongChannel: (channels) => `في هذا الخادم أجيب في ${channels}.`,
    onlyAsker: 'لا يمكن أن يفعل هذا إلا صاحب السؤال.',
    outdatedButton: `لم يعد هذا الزر يعمل. يُرجى طرح السؤال من جديد باستخدام ${ltr}/ask.`,
    emptyMention: `اسألني عن الأخبار: اذكرني مع سؤالك، أو استخدم ${ltr}/ask.`,
    incident: (id) => `حدث خطأ من جهتي، لا من جهتك. إن تكرر فأبلغ المشرفين بهذا الرمز: \`${id}\``,
    questionEmpty: 'لا يوجد سؤال هنا. يُرجى كتابة ما تريد معرفته.',
    questionTooLong: (length, maximum) =>
      `طول السؤال ${characters(length)}، وأقصى ما أقرؤه ${maximum}. يُرجى السؤال عن أمر واحد في كل مرة.`,
    sourceUnknown: (source) => `لا توجد مقالات من «${source}». يعرض الأمر ${ltr}/sources المصادر المتاحة.`,
    dateUnreadable: (text) =>
      `لا أستطيع قراءة «${text}» على أنه تاريخ. اكتب ${ltr}2026-03-01 أو ${ltr}2026-03 أو 2026 أو «الأسبوع الماضي».`,
    languageUnknown: (text) => `لا توجد مقالات بلغة «${text}». يعرض الأمر ${ltr}/sources اللغات المتاحة.`,
    articleUnknown: 'لا يوجد مقال كهذا. يُرجى اختيار مقال من القائمة أثناء الكتابة.',
    notAllowed: 'لا يُسمح لك بفعل هذا هنا.',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `أجيب عن الأسئلة المتعلقة بالأخبار باقتباسات حرفية من المقالات، مع تحديد الموضع الدقيق لكل اقتباس. المتاح الآن: ${articles(articleCount)} من ${fromSources(sourceCount)}. وإن لم يكن الجواب في المقالات، أخبرتك بذلك.`,
    `**${ltr}/ask** لطرح سؤال بأي لغة. يمكنك حصر البحث باستخدام \`since\` أو \`until\` أو \`source\` أو \`language\`، أما \`private\` فيعرض الجواب لك وحدك.`,
    'ويمكنك أيضًا أن تذكرني مع سؤالك، أو أن تراسلني مباشرة، أو أن ترد على أحد أجوبتي لتسأل المزيد.',
    `**${ltr}/latest** لعرض أحدث المقالات، و**${ltr}/article** للبحث عن مقال وعرضه، و**${ltr}/sources** لسرد مصادرها.`,
    `لمعرفة ما تقوله المقالات عن رسالة شخص ما: افتح قائمة الرسالة ← ${ltr}Apps ← **Check against the news**.`,
  ],
  privacy: [
    'تُقرأ أسئلتك ويُجاب عنها ثم تُنسى: لا يُحفظ أي سؤال أو رسالة، ولا يُسجَّل في السجلات.',
    'أحتفظ من كل جواب لمدة 90 يومًا بمواضع اقتباساته في المقالات، والرسالة التي تعرضه، وصاحب السؤال، كي يمكن حذف أي مقال مسحوب منه. ويبقى تقييمك المدة نفسها مع صاحبه: اختيارك فقط. أما قرارات المشرفين فتُحفظ مع من اتخذها.',
    'كل شيء يعمل على جهاز من يستضيفني، ولا يُرسل شيء إلى أي جهة أخرى.',
    'لحذف ما يُحفظ عنك، تواصل مع من يستضيفني، وعند الحاجة عن طريق مشرفي هذا الخادم.',
  ],
  presence: {
    ready: (count) => `${articles(count)} · ${ltr}/ask`,
    starting: 'قيد الاستعداد',
  },
};
