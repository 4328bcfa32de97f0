import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'ko';
const articles = (count: number): string => plural(locale, count, { other: '기사 #건' });
const sources = (count: number): string => plural(locale, count, { other: '출처 #곳' });
const range = (from: number, to: number): string => (from === to ? String(from) : `${from}~${to}`);

/** Korean, in the polite style. No word such as "last week" is offered as a day: src/text/period reads none in Korean. */
export const ko: Messages = {
  locale,
  commands: {
    ask: {
      name: '질문',
      description: '질문하면 뉴스 기사의 원문을 그대로 인용해 답합니다',
      question: { name: '질문', description: '알고 싶은 내용(어떤 언어든 가능)' },
      since: { name: '시작일', description: '이 날짜부터의 기사만: 2026-03-01, 2026-03, 2026' },
      until: { name: '종료일', description: '이 날짜까지의 기사만: 2026-03-31, 2026-03, 2026' },
      source: { name: '출처', description: '이 출처의 기사만' },
      language: { name: '언어', description: '이 언어로 된 기사만' },
      private: { name: '비공개', description: '답변을 나에게만 표시(나중에 공유할 수 있음)' },
    },
    latest: {
      name: '최신',
      description: '가장 최근 기사',
      source: { name: '출처', description: '이 출처의 기사만' },
      topic: { name: '주제', description: '이 주제에 관한 기사만' },
    },
    article: {
      name: '기사',
      description: '기사를 찾아 읽습니다',
      find: {
        name: '찾기',
        description: '제목에 있는 단어로 기사를 찾습니다',
        words: { name: '검색어', description: '제목의 단어, 출처 또는 2026-03 같은 날짜' },
      },
      show: {
        name: '읽기',
        description: '기사를 한 페이지씩 읽습니다',
        article: { name: '기사', description: '제목의 앞부분을 입력하세요' },
      },
    },
    sources: { name: '출처', description: '답변에 쓰이는 기사의 출처' },
    help: { name: '도움말', description: '무엇을 어떻게 질문할 수 있는지' },
    privacy: { name: '개인정보', description: '나에 관해 저장되는 것과 저장되지 않는 것' },
    check: '뉴스와 대조하기',
  },
  buttons: {
    more: '인용 더 보기',
    previous: '이전',
    next: '다음',
    showInArticle: '기사에서 보기',
    article: '기사 읽기',
    share: '공유',
    helpful: '도움이 됐어요',
    wrong: '문제가 있어요',
    original: '원본 페이지',
  },
  answer: {
    notSure: '질문에 대한 답인지 확실하지 않습니다. 기사에서 가장 가까운 내용은 다음과 같습니다.',
    notFound: '기사에서 이 질문에 대한 답을 찾을 수 없습니다.',
    openNearest: '가장 가까운 기사 중 하나 열기',
    onlySince: (date, phrase) => `${date} 이후의 기사만 찾았습니다(“${phrase}”).`,
    newest: (date, age) => `인용한 가장 최근 기사: ${date}, ${age}`,
    lines: (from, to) => `${range(from, to)}행`,
    differ: (figures) => `매체마다 다릅니다: ${figures}`,
    alsoIn: (names) => `같은 내용이 실린 곳: ${names}`,
    corrected: (title, date) => `이 기사는 ${date === null ? '' : `${date}에 `}정정되었습니다: ${title}`,
    note: (note) => `관리자 메모: ${note}`,
    withheld: (title) =>
      `“${title}”의 인용문 하나를 표시하지 않았습니다. 색인된 뒤에 페이지가 변경되었습니다.`,
    withdrawn: '이 인용문은 내려졌습니다. 해당 기사가 철회되었습니다.',
    sharedBy: (user) => `${user} 님이 공유함`,
    quotesOf: (from, to, total) => `인용 ${range(from, to)} / 전체 ${total}`,
  },
  check: {
    heading: '이 메시지에 관해 기사에 실린 내용',
    nothing: '이에 관한 내용은 기사에 없습니다.',
    noClaims: '이 메시지에는 문장이 없어 찾아볼 내용이 없습니다.',
    onlyFirst: (count) => `처음 ${count}개 문장만 찾아보았습니다.`,
    noVerdict:
      '기사에서 가장 가까운 내용일 뿐, 사실 여부를 판정한 것은 아닙니다. 기사에서 앞뒤 내용을 함께 읽어 보세요.',
  },
  lists: {
    latest: '최신 기사',
    latestAbout: (topic) => `“${topic}”에 관한 최신 기사`,
    found: (words) => `“${words}” 관련 기사`,
    none: '조건에 맞는 기사가 없습니다.',
    open: '기사 열기',
    sources: '출처',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `최근 기사 ${date}`,
    page: (page, total) => (total === null ? `${page}페이지` : `${page}/${total}페이지`),
    undated: '날짜 없음',
  },
  article: {
    by: (authors) => `글: ${authors}`,
    page: (page, total) => `${page}/${total}페이지`,
    inContext: '인용문(굵은 글씨)과 그 앞뒤 내용',
    gone: '이 기사는 더 이상 없습니다.',
  },
  feedback: {
    thanks: '감사합니다. 관리자는 선택한 항목만 볼 수 있습니다. 질문은 저장되지 않으므로 보이지 않습니다.',
    modalTitle: '무엇이 잘못되었나요?',
    modalQuestion: '이 답변의 어떤 점이 잘못되었나요?',
    reasons: {
      'wrong-article': '다른 내용에 관한 기사예요',
      outdated: '오래된 내용이에요',
      'cut-badly': '인용이 잘려서 오해를 일으켜요',
      'not-an-answer': '질문에 대한 답이 아니에요',
      other: '기타',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `질문이 너무 빨라서 따라갈 수 없습니다. ${plural(locale, seconds, { other: '#초' })} 후에 다시 시도해 주세요.`,
    busy: '지금 질문하는 분이 많습니다. 잠시 후 다시 시도해 주세요.',
    starting: '아직 준비 중입니다. 1분 후에 다시 시도해 주세요.',
    wrongChannel: (channels) => `이 서버에서는 다음 채널에서 답변합니다: ${channels}`,
    onlyAsker: '질문한 사람만 할 수 있습니다.',
    outdatedButton: '이 버튼은 더 이상 작동하지 않습니다. /질문 명령어로 다시 질문해 주세요.',
    emptyMention: '뉴스에 관해 질문해 주세요. 저를 멘션하고 질문을 쓰거나 /질문 명령어를 사용하면 됩니다.',
    incident: (id) =>
      `제 쪽에서 문제가 생겼습니다. 사용자님의 잘못이 아닙니다. 같은 문제가 다시 생기면 관리자에게 이 번호를 알려 주세요: \`${id}\``,
    questionEmpty: '질문이 없습니다. 알고 싶은 내용을 써 주세요.',
    questionTooLong: (length, maximum) =>
      `질문이 ${length}자입니다. 최대 ${maximum}자까지 읽을 수 있습니다. 한 번에 한 가지만 질문해 주세요.`,
    sourceUnknown: (source) =>
      `“${source}”의 기사가 없습니다. /출처 명령어로 어떤 출처가 있는지 볼 수 있습니다.`,
    dateUnreadable: (text) =>
      `“${text}”을(를) 날짜로 읽을 수 없습니다. 2026-03-01, 2026-03 또는 2026처럼 써 주세요.`,
    languageUnknown: (text) =>
      `“${text}”(으)로 된 기사가 없습니다. /출처 명령어로 어떤 언어가 있는지 볼 수 있습니다.`,
    articleUnknown: '그런 기사가 없습니다. 입력할 때 나타나는 목록에서 골라 주세요.',
    notAllowed: '여기에서 이 작업을 할 권한이 없습니다.',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `뉴스에 관한 질문에 기사 원문을 그대로 인용해 답합니다. 지금은 ${sources(sourceCount)}, ${articles(articleCount)}에서 찾으며, 인용마다 정확한 위치를 밝힙니다. 기사에 답이 없으면 없다고 말씀드립니다.`,
    '**/질문** 어떤 언어로든 질문할 수 있습니다. `시작일`, `종료일`, `출처`, `언어`로 범위를 좁힐 수 있고, `비공개`를 쓰면 답변이 나에게만 보입니다.',
    '저를 멘션하고 질문을 쓰거나, 저에게 다이렉트 메시지를 보내거나, 제 답변에 답장해서 더 물어볼 수도 있습니다.',
    '**/최신** 최신 기사를 보여 줍니다. **/기사** 기사를 찾아 보여 줍니다. **/출처** 기사의 출처를 보여 줍니다.',
    '누군가의 메시지에 관해 기사에 어떤 내용이 있는지 보려면 메시지 메뉴 → 앱 → **뉴스와 대조하기**를 선택하세요.',
  ],
  privacy: [
    '질문은 읽고 답한 뒤 바로 잊습니다. 질문과 메시지는 저장하지도, 로그에 남기지도 않습니다.',
    '답변에 대해서는 인용문이 어느 기사의 어디에 있는지, 어느 메시지에 표시되었는지, 누가 질문했는지를 90일 동안 보관합니다. 기사가 철회되면 답변에서 빼기 위해서입니다. 의견도 같은 기간 동안 누구의 것인지와 함께 보관하지만, 선택한 항목만 남깁니다. 관리자의 결정은 누가 결정했는지와 함께 보관합니다.',
    '모든 것은 이 봇을 운영하는 사람의 컴퓨터에서 실행되며, 다른 누구에게도 아무것도 보내지 않습니다.',
    '나에 관해 보관된 정보를 삭제하려면 이 봇을 운영하는 사람에게, 필요하면 이 서버의 관리자를 통해 요청하세요.',
  ],
  presence: {
    ready: (count) => `${articles(count)} · /질문`,
    starting: '준비 중',
  },
};
