import { countriesIn } from './places.ts';
import type { AnswerSpan } from './span.ts';

/** Family names, most common first, of Chinese (Simplified and Traditional) and of Korean in Han. */
const chineseSurnames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭肖萧蕭田董潘袁蔡蒋蔣余杜叶葉程魏苏蘇吕呂丁卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎陶贺賀毛郝顾顧龚龔邵覃钱錢戴严嚴莫孔汤湯朴康施牛樊葛邢齐齊庞龐颜顏庄莊章鲁魯岳阮倪尤柳裴卓';
/** Family names that are common words too: taken for names only behind a role. */
const wordSurnames = '于任曾方安武席史文温向时時万萬成平常全关關';
/** Signs that join or open a clause, and so are in no given name. */
const noGiven =
  '(?![她他它的地得是在有无無不為为以与與及和可曾因雖虽也了任被从從把将將向出入到者国國省市县縣区區路街拳队隊氏之其于於至由此等说說称稱人们們所即而并並後后])\\p{Script=Han}';
const compoundSurnames = '欧阳歐陽司马司馬诸葛諸葛上官慕容夏侯东方東方皇甫尉迟尉遲公孙公孫宇文长孙長孫令狐';
const japaneseSurnames =
  '佐藤|鈴木|高橋|田中|伊藤|渡[辺邊邉]|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|齋藤|斉藤|清水|山崎|森|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|中野|三浦|原田|中川|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|岩崎|菅原|木下|久保|佐野|野村|松尾|市川|菊地|菊池|杉本|古川|大西|島田|水野|桜井|高野|渡部|吉川|山内|西田|飯田|西川|小松|北村|安田|五十嵐|川口|平田|関|中田|久保田|服部|東|岩田|土屋|川崎|福島|本田|樋口|秋山|田口|永井|山中|中西|吉村|川上|石原|大橋|松岡|馬場|浜田|森本|矢野|浅野|松下|大島|吉岡|小池|野田|荒木|大谷|松浦|熊谷|黒田|尾崎|永田|川村|望月|田島|岸|安倍|菅|小泉|鳩山|麻生|石破|野坂|徳田|織田|徳川|豊臣|足利|北条|源|平|伊達|西郷|大久保|板垣|伊東|志位|不破|宮沢|幸田|夏目';

/** Signs that write foreign names by their sound, Simplified and Traditional. */
const soundSigns =
  '埃烈茨蓓琼瓊腾騰茵弥彌迦钦欽岑芙芮迭堡璐阿艾爱愛安昂奥奧巴拜班邦鲍鮑保贝貝本比彼别彬宾賓波伯博勃布查柴达達戴丹道德得登邓狄迪蒂丁杜顿頓多厄恩尔爾法凡范菲费費芬弗佛福富盖蓋冈甘高戈哥格葛根贡古圭哈海汉漢豪赫黑亨洪胡华華怀惠霍基吉加贾賈简简金杰傑喀卡凯凱坎康考柯科可克肯库庫奎昆拉莱萊赖賴兰蘭朗劳勞勒雷黎里理利莉丽麗莲蓮列林琳龙龍隆卢盧鲁魯路伦倫罗羅洛吕马馬玛瑪麦麥迈邁曼芒梅门門蒙孟米密明莫默姆穆纳納娜奈南内尼妮涅宁寧纽紐努诺諾欧歐帕潘庞佩彭皮平珀普齐齊奇恰乔喬切琴丘让讓热日荣榮茹儒瑞若撒萨薩塞赛賽桑瑟森沙莎山尚绍舍圣聖施什史士斯司松苏蘇孙孫索所塔台太泰坦汤湯唐特滕提田铁廷通图圖托脱瓦万萬旺威韦韋维維卫衛魏温文翁沃乌烏吴西希席夏香肖歇谢謝辛欣兴休修许雪逊遜雅亚亞延扬耶叶葉伊依因英尤雨约約赞扎泽澤曾詹张哲珍芝朱兹茲祖佐娅婭黛蕾薇妲伽赖切尕';
const dots = '[·•・‧．]';
const nameTitles =
  '先生|女士|小姐|博士|教授|院士|总统|總統|总理|總理|首相|主席|部长|部長|市长|市長|省长|县长|縣長|州长|州長|校长|校長|局长|局長|院长|院長|所长|经理|經理|董事长|書記|书记|老师|老師|医生|醫生|大夫|律师|律師|记者|記者|导演|教练|将军|將軍|上将|少将|中将|上校|国王|國王|女王|皇帝|大帝|皇后|太后|公主|王子|公爵|伯爵|爵士|主教|法师|法師|大师|大師|大統領|氏|さん|選手|監督|知事|議員|社長|会長|委員長|天皇|陛下|殿下|親王|将軍|容疑者';
const roles =
  '记者|記者|导演|導演|演员|演員|歌手|作家|作者|诗人|詩人|画家|畫家|科学家|科學家|学者|學者|教授|博士|院士|总统|總統|总理|總理|首相|主席|部长|部長|市长|市長|省长|县长|州长|校长|局长|局長|院长|所长|经理|董事长|书记|教练|球员|球員|将军|將軍|将领|將領|皇帝|国王|國王|大臣|丞相|太守|刺史|建筑师|设计师|音樂家|音乐家|作曲家|哲学家|哲學家|数学家|數學家|物理学家|物理學家|化学家|化學家|经济学家|經濟學家|历史学家|歷史學家|生物学家|工程师|发言人|發言人|创办人|創辦人|创始人|農民|村民|居民|妻子|丈夫|儿子|兒子|女儿|女兒|父亲|父親|母亲|母親|弟弟|哥哥|兄|子|将|選手|首席执行官|四分卫|跑卫|线卫|外接手|接球手|主教';

const leftEdge = `(?<=^|[^\\p{Script=Han}]|[师師员員家长長者手民生工兵]|由|被|和|与|與|及|让|讓|给|給|向|跟|为|為|是|即|对|對|有|以|${roles})`;
const rightEdge =
  '(?=$|[^\\p{Script=Han}]|说|說|表示|称|稱|指出|认为|認為|介绍|介紹|告诉|告訴|等|和|与|與|及|在|于|於|的|是|为|為|被|将|將|把|因|从|從|就|也|则|則|以|曾|又|所|创|創|出任|担任|擔任|率|任|当|當|对|對|提出|发|發|继|獲|获|得|' +
  `${nameTitles})`;

const named = new RegExp(
  [
    `(?<foreign>[${soundSigns}]{1,7}(?:${dots}(?:[${soundSigns}]{1,7}|[A-Z]))+)`,
    `${leftEdge}(?<chinese>(?:${compoundSurnames.match(/../gu)?.join('|') ?? ''}|[${chineseSurnames}])(?:${noGiven}){1,2}?)${rightEdge}`,
    `(?<titled>[${soundSigns}${chineseSurnames}]{2,5}|${leftEdge}[${chineseSurnames}])(?=(?!氏)(?:${nameTitles}))`,
    `(?<=${roles})(?<role>[${soundSigns}]{2,6}|[${chineseSurnames}${wordSurnames}](?:${noGiven}){1,2}?${rightEdge})`,
    `(?<sounds>[${soundSigns}]{3,7})`,
  ].join('|'),
  'gu',
);

const japaneseNamed = new RegExp(
  [
    '(?<foreign>[ァ-ヺー]{2,14}(?:[・＝=][ァ-ヺー]{1,14})+)',
    `(?<![\\p{Script=Han}々])(?<japanese>(?:${japaneseSurnames})\\p{Script=Han}{1,3})(?![\\p{Script=Han}々])`,
    `(?<titled>(?:[ァ-ヺー]{2,14}|[\\p{Script=Han}々]{1,5}?))(?=${nameTitles})`,
    '(?<sounds>(?<![ァ-ヺー])[ァ-ヺー]{3,10}(?=[はがにのも]))',
  ].join('|'),
  'gu',
);

/** The names of people in a Chinese or Japanese sentence. */
export function findHanNames(sentence: string, language: string): AnswerSpan[] {
  const spans: AnswerSpan[] = [];
  for (const { 0: text, index, groups = {} } of sentence.matchAll(
    language === 'ja' ? japaneseNamed : named,
  )) {
    if (countriesIn(language).has(text)) continue;
    const isSure = groups['sounds'] === undefined;
    spans.push({ start: index, end: index + text.length, kind: 'person', unit: null, grain: null, isSure });
  }
  return spans;
}
