import type { PageWords } from './page-words.ts';

/** The page in Arabic. */
export const ar: PageWords = {
  nav: {
    sections: 'الأقسام',
    chat: 'المحادثة',
    archive: 'الأرشيف',
    quality: 'الجودة',
  },
  settings: {
    language: 'اللغة',
    theme: 'المظهر',
    system: 'مثل النظام',
    light: 'فاتح',
    dark: 'داكن',
    moderator: 'وضع المشرف',
  },
  chat: {
    channel: 'اسأل-الأخبار',
    intro:
      'هكذا يظهر البوت في Discord، وهو يجيب من مقالاتك. لا شيء مما تكتبه يغادر هذا الجهاز، ولا يُحفظ أي سؤال.',
    askAbout: 'اسأل عن أحد أحدث المقالات:',
    messages: 'الرسائل',
    placeholder: 'اكتب إلى Newsquote، أو / للأوامر',
    send: 'إرسال',
    you: 'أنت',
    app: 'تطبيق',
    used: 'استخدم {command}',
    onlyYou: 'أنت وحدك ترى هذا',
    dismiss: 'إخفاء',
    reply: 'رد',
    replyingTo: 'رد على Newsquote',
    cancel: 'إلغاء',
    actions: 'إجراءات هذه الرسالة',
    commands: 'الأوامر',
    noCommands: 'لا يوجد أمر بهذا الاسم',
    optional: 'اختياري',
    suggestions: 'اقتراحات',
    yes: 'نعم',
    no: 'لا',
    looking: 'يبحث Newsquote…',
    submit: 'إرسال',
    failed: 'الخادم لا يستجيب. هل ما زال يعمل؟',
  },
  start: {
    opening: 'جارٍ فتح الفهرس…',
    building: 'يُبنى الفهرس لأول مرة. يمكنك السؤال فور انتهائه.',
    read: 'قراءة الصفحات',
    embed: 'حساب متجهات الجمل',
    store: 'حفظ المقالات',
    vectors: 'بناء فهرس المتجهات',
  },
};
