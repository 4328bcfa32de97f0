import { plural } from '../messages.ts';
import type { DeskMessages } from './desk-messages.ts';

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
const addedArticles = (count: number): string =>
  plural(locale, count, {
    zero: 'لم يُضف أي مقال',
    one: 'أُضيف مقال واحد',
    two: 'أُضيف مقالان',
    few: 'أُضيفت # مقالات',
    many: 'أُضيف # مقالًا',
    other: 'أُضيف # مقال',
  });
const changedArticles = (count: number): string =>
  plural(locale, count, {
    zero: 'لا مقالات جديدة أو معدّلة',
    one: 'مقال واحد جديد أو معدّل',
    two: 'مقالان جديدان أو معدّلان',
    few: '# مقالات جديدة أو معدّلة',
    many: '# مقالًا جديدًا أو معدّلًا',
    other: '# مقال جديد أو معدّل',
  });
const changedMessages = (count: number): string =>
  plural(locale, count, {
    zero: 'لم تُعدّل أي رسالة منشورة',
    one: 'عُدّلت رسالة منشورة واحدة',
    two: 'عُدّلت رسالتان منشورتان',
    few: 'عُدّلت # رسائل منشورة',
    many: 'عُدّلت # رسالة منشورة',
    other: 'عُدّلت # رسالة منشورة',
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
const chunks = (count: number): string =>
  plural(locale, count, {
    zero: 'لا مقاطع',
    one: 'مقطع واحد',
    two: 'مقطعان',
    few: '# مقاطع',
    many: '# مقطعًا',
    other: '# مقطع',
  });
const feeds = (count: number): string =>
  plural(locale, count, {
    zero: 'لا خلاصات',
    one: 'خلاصة واحدة',
    two: 'خلاصتان',
    few: '# خلاصات',
    many: '# خلاصة',
    other: '# خلاصة',
  });
const questions = (count: number): string =>
  plural(locale, count, {
    zero: 'لا أسئلة',
    one: 'سؤال واحد',
    two: 'سؤالان',
    few: '# أسئلة',
    many: '# سؤالًا',
    other: '# سؤال',
  });
const seconds = (count: number): string =>
  plural(locale, count, { one: 'ثانية واحدة', two: 'ثانيتان', few: '# ثوانٍ', other: '# ثانية' });
const times = (count: number): string =>
  plural(locale, count, { one: 'مرة واحدة', two: 'مرتين', few: '# مرات', other: '# مرة' });

/** `\u200e` keeps a sign before or after letters that run to the right in order among letters that run to the left. */
const ltr = '\u200e';

const anArticle = { name: 'article', description: 'ابدأ بكتابة عنوان المقال' };
const aFeed = { name: 'feed', description: 'ابدأ بكتابة اسم الخلاصة' };

/** Arabic; the names of commands are the English ones, as in the member's catalogue. */
export const deskAr: DeskMessages = {
  commands: {
    pull: {
      name: 'pull',
      description: 'نشر مقال هنا، أو جلب مقال من الويب',
      article: { name: 'article', description: 'نشر أحد المقالات الموجودة هنا', article: anArticle },
      url: {
        name: 'url',
        description: 'جلب مقال من الويب كي تجده الأسئلة',
        url: { name: 'url', description: `عنوان المقال على الويب، ويبدأ بـ ${ltr}https://${ltr}` },
      },
      feed: { name: 'feed', description: 'قراءة خلاصة الآن', feed: aFeed },
      file: {
        name: 'file',
        description: 'إضافة مقال من ملف',
        file: {
          name: 'file',
          description: `ملف بصيغة ${ltr}.md أو ${ltr}.txt أو ${ltr}.html أو ${ltr}.pdf`,
        },
      },
    },
    feed: {
      name: 'feed',
      description: 'الخلاصات التي تُضاف مقالاتها الجديدة تلقائيًا',
      add: {
        name: 'add',
        description: 'متابعة خلاصة',
        url: { name: 'url', description: 'عنوان الخلاصة على الويب (RSS أو Atom أو JSON Feed)' },
        called: { name: 'name', description: 'اسم الخلاصة هنا' },
        channel: { name: 'channel', description: 'القناة التي يُعلن فيها عن المقالات الجديدة' },
        topic: { name: 'topic', description: 'الإعلان عن المقالات التي تتضمن هذه الكلمات فقط' },
      },
      remove: { name: 'remove', description: 'التوقف عن متابعة خلاصة، مع بقاء مقالاتها', feed: aFeed },
      pause: { name: 'pause', description: 'إيقاف خلاصة مؤقتًا أو استئنافها', feed: aFeed },
      list: { name: 'list', description: 'جميع الخلاصات وحالتها' },
    },
    withdraw: {
      name: 'withdraw',
      description: 'إخفاء مقال من جميع الأجوبة فورًا',
      article: anArticle,
      reason: { name: 'reason', description: 'السبب، ويراه المشرفون الآخرون' },
      everywhere: { name: 'everywhere', description: 'في جميع الخوادم، وهو متاح لمن يستضيف البوت فقط' },
    },
    restore: {
      name: 'restore',
      description: 'إعادة مقال مسحوب إلى الأجوبة',
      article: { name: 'article', description: 'أحد المقالات المسحوبة' },
      everywhere: { name: 'everywhere', description: 'في جميع الخوادم، وهو متاح لمن يستضيف البوت فقط' },
    },
    correct: {
      name: 'correct',
      description: 'عرض ملاحظة تحت كل اقتباس من مقال',
      article: anArticle,
      note: { name: 'note', description: 'نص الملاحظة، ويُترك فارغًا لإزالة الملاحظة الحالية' },
    },
    settings: { name: 'settings', description: 'سلوك البوت في هذا الخادم' },
    audit: { name: 'audit', description: 'ما فعله المشرفون' },
    feedback: { name: 'feedback', description: 'الأجوبة التي وصفها الأعضاء بأنها غير صحيحة' },
    status: { name: 'status', description: 'حالة البوت ومقالاته' },
  },
  withdrawn: (title, changed) => `سُحب المقال: ${title}. ${changedMessages(changed)}.`,
  withdrawing: (title, changed, total) =>
    `سُحب المقال: ${title}. يجري تعديل الرسائل المنشورة: ${changed} من ${total}.`,
  alreadyWithdrawn: (title) => `سبق سحب هذا المقال: ${title}. استُبدل السبب.`,
  restored: (title) => `أُعيد المقال: ${title}.`,
  notWithdrawn: (title) => `هذا المقال غير مسحوب هنا: ${title}.`,
  corrected: (title) => `تظهر الملاحظة تحت كل اقتباس من هذا المقال: ${title}.`,
  noteRemoved: (title) => `أُزيلت الملاحظة عن هذا المقال: ${title}.`,
  noNote: (title) => `لا توجد ملاحظة على هذا المقال: ${title}.`,
  onlyOwner: 'لا يمكن أن يفعل هذا في جميع الخوادم إلا من يستضيف البوت.',
  onlyInServers: 'لا يعمل هذا إلا في الخوادم.',
  pull: {
    found: 'هذا ما عُثر عليه:',
    language: (name) => `اللغة: ${name}`,
    duplicate: (title) => `هذا المقال موجود بالفعل: ${title}`,
    wasWithdrawn: 'سُحب هذا المقال من قبل، وإضافته من جديد لا تعيده إلى الأجوبة.',
    confirm: 'إضافة',
    cancel: 'عدم الإضافة',
    cancelled: 'لم يُضف شيء.',
    indexed: (count) => `${addedArticles(count)}. يشمل البحث ذلك الآن.`,
    expired: 'انتهت صلاحية هذا العرض. يُرجى جلب المقال من جديد.',
    refused: (host) => `لا يُجلب عنوان ${host}: ليست صفحة عامة، أو لا يريد صاحبها ذلك.`,
    unreachable: (host) => `لا يستجيب ${host} أو يستجيب ببطء شديد. يُرجى المحاولة لاحقًا.`,
    notFound: (host) => `لا توجد هذه الصفحة في ${host}.`,
    closed: 'لا يمكن إضافة شيء هنا.',
    notReadable: (name) => `لا يوجد في ${name} ما يمكن قراءته على أنه مقال.`,
    tooLarge: (maximum) => `الملف كبير جدًا، وأقصى ما أقبله ${maximum} ميغابايت.`,
  },
  feeds: {
    heading: 'الخلاصات',
    none: `لا تجري متابعة أي خلاصة. لمتابعة خلاصة استخدم ${ltr}/feed add.`,
    added: (name, count) => `بدأت متابعة الخلاصة ${name}: ${addedArticles(count)}.`,
    removed: (name) => `توقفت متابعة الخلاصة ${name}. تبقى مقالاتها.`,
    paused: (name) => `أُوقفت الخلاصة ${name} مؤقتًا.`,
    resumed: (name) => `استؤنفت متابعة الخلاصة ${name}.`,
    polled: (name, count) => `الخلاصة ${name}: ${changedArticles(count)}.`,
    notRead: (name, code) => `تعذرت قراءة ${name} (${code}).`,
    unknown: 'لا توجد خلاصة كهذه. يُرجى اختيار خلاصة من القائمة أثناء الكتابة.',
    isPaused: 'متوقفة مؤقتًا',
    lastSuccess: (age) => `قُرئت ${age}`,
    neverPolled: 'لم تُقرأ بعد',
    failures: (count, code) => `تعذّرت قراءتها ${times(count)} (${code})`,
    announcement: (feed) => `جديد ${feed}`,
  },
  settings: {
    heading: 'إعدادات هذا الخادم',
    channels: 'القنوات التي أجيب فيها',
    everyChannel: 'في جميع القنوات',
    roles: 'الأدوار التي يحق لها استخدام أوامر المشرفين',
    noRoles: 'من يحق لهم إدارة الرسائل فقط',
    sources: 'المصادر التي يجري البحث فيها',
    allSources: 'جميع المصادر',
    language: 'لغة الأجوبة عند ذكري',
    serverLanguage: 'لغة الخادم',
    mentions: (isOn) => `الإجابة عند ذكري: ${isOn ? 'مفعّلة' : 'معطّلة'}`,
    private: (isOn) => `عرض الأجوبة لصاحب السؤال وحده: ${isOn ? 'مفعّل' : 'معطّل'}`,
    timeZone: (zone) => `المنطقة الزمنية: ${zone}`,
    cooldown: (count) => `بين سؤالين من شخص واحد: ${seconds(count)}`,
    edit: 'المنطقة الزمنية والمهلة',
    formTitle: 'المنطقة الزمنية والمهلة',
    timeZoneField: 'المنطقة الزمنية، مثل Europe/Madrid',
    cooldownField: 'عدد الثواني بين سؤالين من شخص واحد',
    timeZoneUnknown: (zone) =>
      `لا توجد منطقة زمنية باسم «${zone}». اكتب مثلًا Europe/Madrid أو Asia/Shanghai.`,
    cooldownWrong: (minimum, maximum) => `اكتب عدد الثواني رقمًا من ${minimum} إلى ${maximum}.`,
    turnOn: 'تفعيل',
    turnOff: 'تعطيل',
  },
  audit: {
    heading: 'ما فعله المشرفون',
    none: 'لا شيء حتى الآن.',
    refused: 'مرفوض',
    acts: {
      settings: 'تغيير الإعدادات',
      withdraw: 'سحب مقال',
      restore: 'إعادة مقال',
      correct: 'إضافة ملاحظة إلى مقال',
      'remove-correction': 'إزالة الملاحظة عن مقال',
      'add-feed': 'متابعة خلاصة',
      'remove-feed': 'التوقف عن متابعة خلاصة',
      'pause-feed': 'إيقاف خلاصة مؤقتًا',
      'resume-feed': 'استئناف خلاصة',
      pull: 'إضافة',
    },
  },
  feedback: {
    heading: 'الأجوبة التي وصفها الأعضاء بأنها غير صحيحة',
    none: 'لم يصف أحد أي جواب بأنه غير صحيح.',
    goneQuotes: 'لم تعد اقتباسات هذا الجواب موجودة.',
    show: 'عرض الجواب',
  },
  status: {
    heading: 'الحالة',
    index: (articleCount, sourceCount, chunkCount) =>
      `${articles(articleCount)} من ${fromSources(sourceCount)}، ${chunks(chunkCount)}`,
    newest: (age) => `أحدث مقال: ${age}`,
    feeds: (count, failing) => `${feeds(count)}${failing === 0 ? '' : `، منها ${failing} متعثرة`}`,
    queue: (count) => `${questions(count)} قيد الانتظار أو الإجابة`,
    memory: (megabytes) => `الذاكرة: ${megabytes} ميغابايت`,
    running: (since, version) => `الإصدار ${version}، يعمل منذ ${since}`,
  },
};
