import { rulesOfWords } from './rule.ts';

const which =
  '(?:que|cual(?:es)? (?:es|era|fue|son|eran|fueron)(?: el| la| los| las)?(?: nombre (?:del|de la|de))?)';

/** Spanish. The earliest wording decides; of those at one place, the first. */
export const spanishRules = rulesOfWords([
  ['age', '(?:a |con )?que edad|cuantos anos (?:tiene|tenia|tenian|tienen|cumplio)'],
  [
    'duration',
    '(?:durante |en |hace )?cuant[oa]s? (?:anos|meses|semanas|dias|horas|minutos|segundos|decadas|siglos|tiempo)|que duracion',
  ],
  ['date', '(?:en |de |desde |durante )?que siglo', { grain: 'century' }],
  [
    'date',
    '(?:en |de |desde |a partir de |durante |para |hasta )?(?:que|cual es el|cual fue el) (?:anos?|decada)',
    { grain: 'year' },
  ],
  ['date', '(?:en |de |desde )?que mes', { grain: 'month' }],
  ['date', 'que dia de la semana', { grain: 'weekday' }],
  ['date', `(?:en |el )?${which} (?:fecha|dia)`, { grain: 'day' }],
  ['date', '(?:a )?que hora', { grain: 'time' }],
  ['date', 'cuando|desde cuando|hasta cuando|en que (?:epoca|momento|periodo)'],
  [
    'count',
    `(?:que|cual es el|cual es la|cual fue el|cual era el) (?:porcentaje|proporcion|parte|tasa)`,
    { unit: 'percent' },
  ],
  [
    'count',
    'cuant[oa]s (?:personas|habitantes|hombres|mujeres|soldados|estudiantes|alumnos|trabajadores|empleados|ninos|miembros|jugadores)|(?:que|cual es la|cual era la) poblacion',
    { unit: 'people' },
  ],
  [
    'count',
    'cuanto mide|a que (?:distancia|altura|profundidad)|(?:que|cual es la|cual era la) (?:altura|longitud|anchura|profundidad|distancia|altitud)',
    { unit: 'length' },
  ],
  ['count', '(?:que|cual es la|cual es el) (?:superficie|area)', { unit: 'area' }],
  ['count', 'cuanto pesa|que peso', { unit: 'mass' }],
  [
    'count',
    'cuanto dinero|cuanto (?:cuesta|costo|costaba|vale|gano|pago|gasto)|(?:que|cual es el|cual fue el|cual era el) (?:precio|costo|coste|presupuesto|salario|valor)',
    { unit: 'money' },
  ],
  ['count', '(?:a )?(?:que|cual es la) temperatura', { unit: 'temperature' }],
  ['count', '(?:a )?(?:que|cual es la) velocidad', { unit: 'speed' }],
  ['count', 'cuant[oa]s?|(?:que|cual es el|cual fue el|cual era el) (?:numero|cantidad|total)|que cantidad'],
  [
    'person',
    '(?:a |de |por |con |para )?quien(?:es)?|como se llama(?:ba)? (?:el|la) (?:presidente|rey|reina|ministro|alcalde|autor|autora|jugador|cientifico)',
  ],
  [
    'person',
    `(?:a |de |por |con )?${which} (?:primer[oa]? )?(?:persona|presidente|rey|reina|emperador|ministro|ministra|primer ministro|alcalde|alcaldesa|gobernador|general|profesor|profesora|cientifico|fisico|quimico|matematico|historiador|filosofo|economista|arquitecto|artista|pintor|compositor|cantante|musico|autor|autora|escritor|escritora|poeta|director|actor|actriz|jugador|jugadora|mariscal de campo|entrenador|inventor|explorador|lider|papa|politico|ingeniero|astronauta|juez|periodista|fundador)`,
  ],
  ['place', `(?:en |a |de |hacia |desde )?${which} (?:pais|paises|nacion)`, { place: 'country' }],
  [
    'place',
    `(?:en |a |de |hacia |desde )?${which} (?:ciudad|ciudades|pueblo|capital|localidad|municipio)`,
    { place: 'city' },
  ],
  [
    'place',
    `donde|adonde|de donde|(?:en |a |de |hacia |desde )?${which} (?:pais|paises|ciudad|ciudades|estado|pueblo|lugar|lugares|region|zona|area|continente|condado|provincia|calle|isla|capital|barrio|distrito|rio|lago|montana|estadio|aeropuerto|puerto|ubicacion|localidad|municipio)`,
  ],
  [
    'organisation',
    `(?:a |de |por |con |en |para )?${which} (?:empresa|compania|universidad|escuela|organizacion|partido|equipo|banda|grupo|agencia|institucion|cadena|periodico|club|banco|departamento|comite|museo|ministerio|gobierno|corporacion|tribunal|colegio)`,
  ],
  [
    'reason',
    'por que(?: razon| motivo)?|cual(?:es)? (?:es|fue|era|son) (?:la|las|el) (?:razon|razones|causa|causas|motivo)|a que se debe|que causo',
  ],
  ['manner', 'como(?! se (?:llam|denomin|conoc))|de que (?:manera|modo|forma)'],
  [
    'definition',
    'que (?:es|son|era|significa) (?:un |una |el |la )?[\\w-]+(?: [\\w-]+)?\\s?[?]?$|a que se (?:refiere|llama)',
  ],
  ['other', 'que|cual|cuales|como|nombre|[?]'],
]);
