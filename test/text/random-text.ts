const alphabet = [
  ...'abcdeXYZ 0123456789.,!?;:\'"()[]%-_/\\\n\n  ',
  ...'中文句子。！？；，“”‘’「」《》（）……　臺灣體四十九百万点',
  ...'éüßİıŁœ½²ⅣﬁＡ１％ﾊﾟ',
  ...'абвё.«»—',
  ...'كتابَـآىة؟؛۔٣',
  ...'ไทยกำ ที่',
  ...'한국어 नमस्ते।',
  '👩‍👩‍👧',
  '🇨🇳',
  '👍🏽',
  'e\u0301',
  '\r\n',
  '。”',
  'Dr. ',
  'U.S. ',
];

/** The same numbers in [0, 1) for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Mixed-script text of up to `maxPieces` pieces, made to hit punctuation, folding and grapheme edges. */
export function randomText(random: () => number, maxPieces: number): string {
  const count = Math.floor(random() * maxPieces);
  return Array.from({ length: count }, () => alphabet[Math.floor(random() * alphabet.length)] ?? '').join('');
}
