import type { PageWords } from './page-words.ts';

/** The page in Korean. */
export const ko: PageWords = {
  nav: {
    sections: '섹션',
    chat: '채팅',
    archive: '기사 보관함',
    quality: '품질',
  },
  settings: {
    language: '언어',
    theme: '화면 테마',
    system: '시스템 설정',
    light: '밝게',
    dark: '어둡게',
    moderator: '관리자 모드',
  },
  chat: {
    channel: '뉴스에-묻기',
    intro:
      'Discord에서 보이는 그대로의 봇이며, 당신의 기사로 답합니다. 입력한 내용은 이 컴퓨터를 벗어나지 않고, 질문은 저장되지 않습니다.',
    askAbout: '최신 기사에 대해 물어보세요:',
    messages: '메시지',
    placeholder: 'Newsquote에게 메시지 보내기, / 로 명령어',
    send: '보내기',
    you: '나',
    app: '앱',
    used: '{command} 사용',
    onlyYou: '나만 볼 수 있습니다',
    dismiss: '닫기',
    reply: '답장',
    replyingTo: 'Newsquote에게 답장 중',
    cancel: '취소',
    actions: '이 메시지에 대한 작업',
    commands: '명령어',
    noCommands: '그런 명령어가 없습니다',
    optional: '선택 사항',
    suggestions: '제안',
    yes: '예',
    no: '아니요',
    looking: 'Newsquote가 찾는 중…',
    submit: '제출',
    failed: '서버가 응답하지 않습니다. 아직 실행 중인가요?',
  },
  start: {
    opening: '색인을 여는 중…',
    building: '처음으로 색인을 만드는 중입니다. 끝나는 대로 질문할 수 있습니다.',
    read: '페이지 읽는 중',
    embed: '문장 임베딩 중',
    store: '기사 저장 중',
    vectors: '벡터 색인 만드는 중',
  },
};
