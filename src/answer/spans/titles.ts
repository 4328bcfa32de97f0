/** What a person is called before the name, and what people do, folded to lower case; of any language with capitals. */
export const titles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss dr prof professor president king queen sir lord lady mayor governor senator congressman congresswoman minister premier ' +
    'chancellor secretary general captain colonel major lieutenant sergeant officer admiral commander marshal judge justice bishop archbishop cardinal pope rev reverend father ' +
    'brother sister coach manager director chairman chairwoman chair ceo spokesman spokeswoman spokesperson founder co-founder actor actress singer author ' +
    'writer novelist poet painter artist architect engineer scientist physicist chemist mathematician philosopher economist historian biologist geologist emperor empress ' +
    'prince princess duke duchess count earl baron khan composer musician inventor explorer astronaut quarterback linebacker cornerback receiver safety striker goalkeeper player ' +
    'journalist reporter lawyer attorney leader activist teacher farmer resident neighbour neighbor student analyst researcher brothers sisters wife husband son daughter ' +
    'señor señora sr sra srta don doña presidente presidenta rey reina alcalde alcaldesa gobernador gobernadora senador senadora ministro ministra primer canciller secretario secretaria ' +
    'capitán coronel comandante juez jueza obispo arzobispo papa padre entrenador entrenadora director directora portavoz fundador fundadora actor actriz cantante autor autora escritor escritora poeta pintor ' +
    'pintora arquitecto arquitecta ingeniero ingeniera científico científica físico química químico matemático filósofo economista historiador historiadora emperador príncipe princesa duque conde compositor ' +
    'músico inventor explorador astronauta mariscal jugador jugadora periodista abogado abogada líder profesor profesora doctor doctora vecino vecina hijo hija esposa ' +
    'monsieur madame mademoiselle m mme président présidente roi reine maire gouverneur sénateur sénatrice ministre chancelier secrétaire général capitaine colonel juge évêque archevêque pape père entraîneur ' +
    'directeur directrice porte-parole fondateur acteur actrice chanteur chanteuse auteur autrice écrivain poète peintre architecte ingénieur physicien physicienne chimiste mathématicien philosophe économiste historien historienne ' +
    'empereur prince princesse duc comte compositeur musicien inventeur explorateur astronaute joueur joueuse journaliste avocat avocate professeur professeure docteur ' +
    'herr frau präsident präsidentin könig königin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin gouverneur senator ministerin ministerpräsident ministerpräsidentin kanzler kanzlerin sekretär generalmajor hauptmann oberst richter richterin bischof ' +
    'erzbischof papst pfarrer trainer trainerin direktor direktorin vorsitzender vorsitzende vorsitzenden sprecher sprecherin gründer gründerin schauspieler schauspielerin sänger sängerin autorin schriftsteller schriftstellerin dichter ' +
    'maler malerin architekt architektin ingenieur ingenieurin wissenschaftler wissenschaftlerin physiker physikerin chemiker mathematiker philosoph ökonom historiker historikerin kaiser kaiserin prinz prinzessin herzog graf fürst ' +
    'komponist musiker erfinder entdecker astronaut spieler spielerin journalist journalistin anwalt anwältin professorin doktor leiter leiterin chef chefin sohn tochter ehefrau bruder ' +
    'г-н г-жа господин госпожа президент президента король короля королева мэр мэра губернатор сенатор министр министра канцлер секретарь генерал генерала капитан полковник судья епископ архиепископ папа отец тренер тренера ' +
    'директор председатель председателя пресс-секретарь основатель основателем актер актёр актриса певец певица автор писатель писателя поэт художник художника архитектор архитектора архитектору инженер ученый учёный физик химик математик философ ' +
    'экономист историк император императора принц принцесса герцог граф хан хана композитор музыкант изобретатель исследователь астронавт квотербек игрок игрока журналист адвокат лидер профессор профессора доктор доктора глава главы сын сына дочь жена сэр'
  ).split(' '),
);

/** Parts of names that are no person's: bodies, works, events and places, folded to lower case. */
export const nonPersonWords: ReadonlySet<string> = new Set(
  (
    'university college school academy institute institution company corporation corp inc ltd llc group party league cup bowl championship tournament conference association society union federation ' +
    'council commission committee parliament assembly congress senate court department ministry agency office bureau church cathedral museum gallery library theatre theater hall house palace castle tower park garden gardens ' +
    'bridge station airport street road avenue boulevard square place highway route freeway river lake sea ocean bay gulf island islands mount mountain mountains valley forest desert coast beach cape ' +
    'city county state states district province region republic kingdom empire dynasty army navy force forces war battle revolution treaty act law code constitution declaration agreement convention protocol ' +
    'prize award awards medal theory theorem conjecture hypothesis principle project program programme plan system network television radio channel news times post press magazine journal books bank fund foundation trust ' +
    'center centre hospital stadium arena field club team united national international royal great north south east west northern southern eastern western central new american british french german european african asian ' +
    'chinese japanese russian english spanish roman greek christian catholic protestant islamic muslim jewish black white red green super pro world first second third january february march april may june july august september october ' +
    'november december monday tuesday wednesday thursday friday saturday sunday day year age century ice broncos panthers patriots steelers mongol mongols edict reformation enlightenment curve charter ' +
    'universidad colegio escuela academia instituto empresa compañía partido liga copa asociación sociedad unión federación consejo comisión comité parlamento asamblea congreso tribunal departamento ministerio agencia oficina iglesia catedral ' +
    'museo biblioteca teatro palacio castillo torre parque puente estación aeropuerto calle carretera avenida plaza río lago mar océano bahía golfo isla islas monte valle bosque desierto costa ciudad condado estado estados distrito provincia región ' +
    'república reino imperio dinastía ejército guerra batalla revolución tratado ley acta constitución declaración acuerdo premio teoría teorema conjetura principio proyecto programa canal banco fundación centro hospital estadio club norte sur este oeste ' +
    'unidos nacional internacional real gran nueva nuevo edad directiva serie carta medio oriente siglo ' +
    'université collège école académie société parti ligue coupe association conseil commission comité assemblée cour département ministère église cathédrale musée bibliothèque théâtre château tour pont gare aéroport rue route place fleuve rivière ' +
    'lac mer océan île îles mont vallée forêt ville comté état états république royaume empire guerre bataille traité loi prix nord sud est ouest ' +
    'universität hochschule schule akademie gesellschaft unternehmen partei liga pokal verband verein union rat kommission ausschuss parlament gericht ministerium amt kirche dom museum bibliothek theater palast schloss turm brücke bahnhof flughafen ' +
    'straße strasse platz fluss see meer insel berg tal wald stadt kreis staat staaten bezirk provinz republik königreich reich dynastie armee krieg schlacht vertrag gesetz preis theorie nord süd ost ' +
    'университет колледж школа академия институт компания партия лига кубок ассоциация общество союз совет комиссия комитет парламент суд министерство церковь музей библиотека театр дворец замок башня парк мост вокзал аэропорт улица река озеро море ' +
    'океан остров острова гора долина лес город округ штат штаты область республика королевство империя династия армия война битва договор закон премия теория северная южная восточная западная северный южный восточный западный северной южной ' +
    'новый новая великая великий национальный международный америки сша'
  ).split(' '),
);

/** Words that only begin a sentence, so that their capital says nothing; folded to lower case. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  (
    'the a an in on at of to for from by with about as and or but nor so yet if when while where after before since until during although though however because according despite unlike like under over between among within without through ' +
    'this that these those there here it its he she they we you i his her their our my your one two three four five six seven eight nine ten some many most several all both each every no not other another such more then thus also only ' +
    'who what which why how today now later early recently finally meanwhile moreover furthermore additionally once upon following based given half about even just still often sometimes usually throughout across against per via ' +
    'el la los las un una unos unas en de del al a con por para sin sobre desde hasta entre durante tras según y o pero si cuando donde como aunque porque este esta estos estas ese esa esos aquel su sus él ella ellos se lo le no más también ' +
    'además entonces después antes mientras muchos algunos otros todos cada hoy ayer ' +
    'le les l un une des du au aux dans par sur sous avec sans pour chez vers et ou mais ce cet cette ces il elle ils elles on son sa ses leur leurs ne pas plus aussi ainsi lorsque quand comme selon après avant pendant depuis ' +
    'der die das den dem des ein eine einen einem einer im am vom zum zur von mit nach bei aus auf für über unter durch gegen ohne um an zu und oder aber doch wenn als während nachdem bevor seit obwohl weil dass er sie es wir ich ihr sein seine ' +
    'ihre dieser diese dieses jener nicht auch nur noch schon viele einige alle andere beide zwei drei vier laut ' +
    'в на с со к ко о об от из за для до у по при под над через между после перед без и или но а если когда где как хотя потому этот эта это эти тот та те он она они мы я его её ее их не также только ещё еще уже многие некоторые все другие два три'
  ).split(' '),
);
