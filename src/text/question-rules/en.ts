import { rulesOfWords } from './rule.ts';

const aux =
  '(?!(?:did|do|does|is|was|were|are|can|could|has|have|had|will|would|should|happened|of|in|by|that)\\b)';
/** "what", up to two adjectives, and the noun that follows, or "what is the name of the …". */
const noun = (nouns: string): string =>
  `(?:what|which|whose)(?:'s|\\s(?:is|was|are|were))?(?:\\s(?:the|a|an))?(?:\\s(?:(?:first|last|full|birth)\\s)?names?\\sof(?:\\sthe)?)?(?:\\s${aux}[\\w-]+){0,2}?\\s(?:${nouns})(?!'s)`;

/** English. The earliest wording decides; of those at one place, the first. */
export const englishRules = rulesOfWords([
  ['age', 'how old|(?:at |by )?(?:what|which) age|what was (?:the|his|her|their) age'],
  [
    'duration',
    'how many (?:\\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades|centuries)(?! (?:old|of age))|(?:for |in )?how (?:much time|long)(?! (?:is|was|are|were) (?:the|a)\\b)|what (?:length|amount|period) of time|what was the duration',
  ],
  ['count', 'how long (?:is|was|are|were) (?:the|a)', { unit: 'length' }],
  ['date', '(?:in |on |by |since |until |during )?(?:what|which) (?:\\w+ )?century', { grain: 'century' }],
  [
    'date',
    '(?:in |by |since |until |from |of )?(?:what|which) (?:\\w+ )?(?:years?|decades?)|what (?:is|was) the year',
    { grain: 'year' },
  ],
  ['date', '(?:in |by |since |during )?(?:what|which) (?:\\w+ )?month', { grain: 'month' }],
  ['date', 'what (?:day|night) of the week|(?:what|which) weekday', { grain: 'weekday' }],
  [
    'date',
    '(?:on |by |until )?(?:what|which) (?:\\w+ )?(?:dates?|days?)|what (?:is|was) the (?:\\w+ )?date',
    { grain: 'day' },
  ],
  [
    'date',
    '(?:at )?what (?:\\w+ )?(?:time|hour)(?! (?:period|frame))|what (?:is|was) the time',
    { grain: 'time' },
  ],
  ['date', 'when|since when|(?:what|which) (?:\\w+ )?(?:time period|era|period|years)'],
  [
    'count',
    '(?:what|which) (?:\\w+ ){0,2}(?:percent|percentage|share|proportion|fraction)|how many percent|what (?:is|was) the (?:\\w+ ){0,2}(?:percentage|proportion|rate|share)',
    { unit: 'percent' },
  ],
  [
    'count',
    "how many (?:\\w+ )?(?:people|persons|men|women|inhabitants|residents|students|soldiers|workers|employees|children|members|civilians|troops|undergraduates|players|patients|passengers|visitors|victims)|(?:what|how (?:large|big)) (?:is|was|are) (?:the )?(?:[\\w']+ ){0,2}population",
    { unit: 'people' },
  ],
  [
    'count',
    'how (?:high|tall|wide|deep|far|thick)|what (?:is|was) the (?:\\w+ )?(?:height|length|width|depth|distance|altitude|elevation|diameter)',
    { unit: 'length' },
  ],
  [
    'count',
    'how (?:large|big) (?:is|was) the (?:area|territory|park|site)|what (?:is|was) the (?:\\w+ )?area',
    { unit: 'area' },
  ],
  [
    'count',
    'how heavy|how much (?:\\w+ ){0,4}weigh|what (?:is|was) the (?:\\w+ )?(?:weight|mass)',
    { unit: 'mass' },
  ],
  [
    'count',
    'how much (?:money|(?:\\w+ ){0,6}(?:cost|paid|pay|earn|spend|spent|worth|invest|donate|raise|raised))|how expensive|what (?:is|was) the (?:\\w+ ){0,2}(?:price|cost|value|budget|salary|income|revenue|fine)',
    { unit: 'money' },
  ],
  [
    'count',
    'how (?:hot|cold|warm)|(?:at )?what (?:is the |was the )?(?:\\w+ )?temperatures?',
    { unit: 'temperature' },
  ],
  ['count', 'how fast|what (?:is|was) the (?:\\w+ )?speed', { unit: 'speed' }],
  [
    'count',
    'how (?:many|much|large|big)|(?:what|which) (?:is |was |are |were )?(?:the )?(?:\\w+ )?(?:number|amount|quantity|total)',
  ],
  ['person', 'who|whom|whose|by whom|(?:what|which) (?:person|individual|man|woman)'],
  [
    'person',
    noun(
      'president|king|queen|emperor|minister|prime minister|mayor|governor|senator|chancellor|secretary|general|commander|professor|scientist|physicist|chemist|mathematician|historian|philosopher|economist|architect|artist|painter|composer|singer|musician|author|writer|poet|novelist|director|actor|actress|player|quarterback|coach|captain|inventor|explorer|monarch|ruler|leader|bishop|pope|politician|engineer|astronaut|lawyer|judge|doctor|journalist|chairman|ceo|founder|designer|theorist|researcher|khan|prince|princess|duke|earl',
    ),
  ],
  ['place', '(?:in |at |to |from |on )?' + noun('country|countries|nation'), { place: 'country' }],
  [
    'place',
    '(?:in |at |to |from |on )?' + noun('city|cities|town|village|capital|capital city'),
    { place: 'city' },
  ],
  [
    'place',
    'where|(?:in |at |to |from |on )?' +
      noun(
        'country|countries|nation|city|cities|state|town|village|place|places|location|region|area|continent|county|province|street|island|capital|neighborhood|neighbourhood|district|suburb|river|lake|mountain|valley|stadium|airport|port',
      ),
  ],
  [
    'organisation',
    noun(
      'company|companies|university|college|school|organization|organisation|party|team|band|group|agency|institution|network|newspaper|club|bank|firm|department|committee|museum|ministry|government|corporation|studio|publisher|broadcaster|council|court',
    ),
  ],
  [
    'reason',
    'why|(?:for )?(?:what|which) reasons?|what (?:is|was|were) the (?:\\w+ )?(?:reason|cause|motive)s?|how come|what caused',
  ],
  ['manner', 'how|(?:in )?what (?:way|manner)'],
  [
    'definition',
    'what (?:is|are|was|were) (?:a |an )?[\\w-]+(?: [\\w-]+)?\\s?[?]?$|what does (?:\\w+ ){1,4}mean|define',
  ],
  ['other', 'what|which|name|[?]'],
]);
