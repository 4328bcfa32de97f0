/** What a paper of one language prints around its stories. */
export interface Phrases {
  readonly kickers: readonly string[];
  readonly subtitles: readonly string[];
  readonly captions: readonly string[];
  readonly references: readonly (readonly [headline: string, jump: string])[];
  readonly jumps: readonly string[];
  readonly furniture: readonly string[];
  byline(authors: readonly string[]): string;
}

const english: Phrases = {
  kickers: ['HARBOUR LIFE', 'Special report', 'COURTS AND COUNCIL', 'On the waterfront', 'TRANSPORT'],
  subtitles: [
    'Residents say the change came without warning',
    'Officials promise a second hearing in autumn',
    'Cost rises to twice the first estimate',
  ],
  captions: [
    'Photo: The north quay seen from the lighthouse. (Ada Pell/Chronicle)',
    'Pictured: The lifeboat crew after Sunday’s drill',
    'Workers unload crates on Tuesday morning. Photograph by Ivo Marr',
  ],
  references: [
    ['What the new bus map means for you', 'See MAP, page 6'],
    ['Ten walks for a wet weekend', 'continued on page 4'],
  ],
  jumps: ['Continued on page 4', 'See STORY, page A7'],
  furniture: ['Page 3', '- 3 -', 'Advertisement', 'The Dunmarrow Chronicle | Local news | A3'],
  byline: (authors) => `By ${authors.join(' and ')}`,
};

const chinese: Phrases = {
  kickers: [
    '聚焦身边事 服务千万家',
    '城市更新 民生优先',
    '守护一湾碧水 留住一片蓝天',
    '走基层看变化',
    '凝心聚力 共建家园',
  ],
  subtitles: ['市领导出席并讲话', '——来自基层的见闻', '首批项目年内完工', '多部门协同推进'],
  captions: ['图为活动现场。 于知夏 摄', '图为工作人员正在检修设备。 本报记者 孟青禾 摄'],
  references: [
    ['一座城市的七十年记忆', '见3版'],
    ['春耕时节话农机', '(详见第4版)'],
  ],
  jumps: ['(下转第3版)', '下转4版'],
  furniture: ['责编:云开 版式:岳桐', '第3版', '2', '新闻热线:0000-1234567'],
  byline: (authors) => `记者 ${authors.join(' ')}`,
};

const spanish: Phrases = {
  kickers: ['COMARCA', 'VIDA MUNICIPAL', 'Crónica de la sierra'],
  subtitles: ['Los vecinos piden más plazo', 'El pleno lo debatirá el próximo jueves'],
  captions: [
    'Foto: Vista del puente viejo desde la ribera. Lucas Ardaiz',
    'Imagen: Los operarios retiran el barro de la plaza',
  ],
  references: [['Diez rutas para conocer la sierra', 'Continúa en la página 7']],
  jumps: ['Pasa a la página 4'],
  furniture: ['Página 5', '— 5 —', 'Publicidad'],
  byline: (authors) => `Por ${authors.join(' y ')}`,
};

const french: Phrases = {
  kickers: ['VIE LOCALE', 'Montagne', 'Au fil de la vallée'],
  subtitles: ['Les habitants demandent un délai', 'La décision est attendue jeudi'],
  captions: [
    'Photo : La place du village un jour de marché. Léa Combal',
    'Le col sous la neige, en mars dernier. Photo : Théo Vasseur',
  ],
  references: [['Nos idées de promenades pour l’été', 'Suite en page 6']],
  jumps: ['Suite en page 4'],
  furniture: ['Page 2', 'Publicité', '- 2 -'],
  byline: (authors) => `Par ${authors.join(' et ')}`,
};

const japanese: Phrases = {
  kickers: ['地域の話題', '暮らしと街', '海と山の便り'],
  subtitles: ['市民から惜しむ声', '来年度の再開を目指す'],
  captions: ['写真：港を見下ろす展望台＝汐根市で', '記念撮影をする参加者たち＝実行委員会提供'],
  references: [['春の味覚を訪ねて', '3面に関連記事']],
  jumps: ['4面に続く'],
  furniture: ['第3面', '広告', '3'],
  byline: (authors) => `文・${authors.join('、')}`,
};

const russian: Phrases = {
  kickers: ['ГОРОД', 'ЖИЗНЬ РАЙОНА', 'Наш край'],
  subtitles: ['Жители просят отсрочки', 'Решение примут в четверг'],
  captions: ['Фото: Вид на набережную. Павел Лугин', 'На снимке: утро на вокзале. Фото Инны Рудневой'],
  references: [['Куда пойти в выходные', 'Продолжение на стр. 4']],
  jumps: ['Окончание на стр. 3'],
  furniture: ['стр. 2', 'Реклама', '2'],
  byline: (authors) => `Автор: ${authors.join(', ')}`,
};

const arabic: Phrases = {
  kickers: ['شؤون محلية', 'من الواحة', 'أخبار الساحل'],
  subtitles: ['السكان يطلبون مهلة إضافية', 'القرار المنتظر يوم الخميس'],
  captions: ['صورة: منظر عام للميناء عند الفجر', 'في الصورة: سوق الواحة يوم الجمعة'],
  references: [['رحلات قصيرة في عطلة الربيع', 'التتمة ص 4']],
  jumps: ['التتمة ص 3'],
  furniture: ['صفحة 2', 'إعلان', '2'],
  byline: (authors) => `كتب: ${authors.join('، ')}`,
};

/** By ISO 639-1 code. */
export const phrases: Readonly<Record<string, Phrases>> = {
  en: english,
  zh: chinese,
  es: spanish,
  fr: french,
  ja: japanese,
  ru: russian,
  ar: arabic,
};
