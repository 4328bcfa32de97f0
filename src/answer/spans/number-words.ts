/** Number words of a language, whole words; "one" and its like are left out, because they are articles and pronouns. */
export const numberWords: Readonly<Record<string, string>> = {
  en:
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
    '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|' +
    '(?:a |one )?(?:half|hundred|thousand|million|billion|dozen)s?|(?:a|one|two|three)[ -](?:third|quarter|fifth)s?|twice|both|none|no one',
  es:
    'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte|' +
    'veinti\\p{L}+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien(?:to|tos)?|doscient[oa]s|trescient[oa]s|quinient[oa]s|mil|' +
    'cientos|miles|(?:un )?mill[oó]n|la mitad|(?:un|dos) tercios?|una docena',
  fr:
    'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|vingt(?:-\\p{L}+)?|' +
    'trente|quarante|cinquante|soixante(?:-\\p{L}+)?|cents?|mille|centaines|milliers|(?:la )?moiti[eé]|(?:un|deux) tiers|(?:une )?douzaine|(?:une )?dizaine',
  de:
    'zwei|drei|vier|f[uü]nf|sechs|sieben|acht|neun|zehn|elf|zw[oö]lf|(?:drei|vier|f[uü]nf|sech|sieb|acht|neun)zehn|zwanzig|drei[sß]+ig|' +
    '(?:vier|f[uü]nf|sech|sieb|acht|neun)zig|(?:\\p{L}{3,6}und(?:zwanzig|drei[sß]ig|vierzig|f[uü]nfzig|sechzig|siebzig|achtzig|neunzig))|' +
    '(?:ein)?(?:hundert|tausend)|hunderte?n?|tausende?n?|(?:die )?h[aä]lfte|(?:ein|zwei) drittel|dutzend',
  ru:
    'дв(?:а|е|ух|ум|умя)|тр(?:и|[её]х|[её]м|емя)|четыр(?:е|[её]х|[её]м|ьмя)|пят[ьи]|шест[ьи]|сем[ьи]|вос(?:емь|ьми)|девят[ьи]|десят[ьи]|' +
    '(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат[ьи]|двадцат[ьи]|тридцат[ьи]|сорока?|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|' +
    'ст[оа]|двести|триста|тысяч[аиу]?|миллион\\p{L}*|сот(?:ни|ен)|половин\\p{L}|(?:две трети|треть)|дв(?:ое|оих)|тро(?:е|их)|четверо|пятеро',
  ar:
    'اثن(?:ان|ين)|اثنت(?:ان|ين)|ثلاث[ةه]?|[أا]ربع[ةه]?|خمس[ةه]?|ست[ةه]|سبع[ةه]?|ثماني[ةه]?|تسع[ةه]?|عشر(?:[ةه]|ون|ين)?|ثلاثون|ثلاثين|[أا]ربعون|[أا]ربعين|' +
    'خمسون|خمسين|ستون|ستين|سبعون|سبعين|مائ[ةه]|مئ[ةه]|مئات|[آا]لاف|نصف|ثلث',
};

/** What a number may be multiplied by, in any language with spaces. */
export const scaleWords =
  'hundred|thousand|million|billion|trillion|mln|bn|mill[oó]n(?:es)?|mil|billones|mille|cents|millions|milliards?|billions|million(?:en)?|milliarden?|mio|mrd|' +
  'tausend|hundert|тыс|тысяч[аиу]?|млн|млрд|миллион\\p{L}{0,2}|миллиард\\p{L}{0,2}|[أا]لف(?:ا|ًا)?|[آا]لاف|مليون(?:ا)?|ملايين|مليار(?:ا)?|бн';
