import { rulesOfWords } from './rule.ts';

const which =
  "(?:quel(?:le)?s?(?: (?:est|etait|fut|sont|etaient|a ete))?(?: (?:le|la|les|l'))?(?: nom d(?:u|e la|e l'|e))?)";

/** French. The earliest wording decides; of those at one place, the first. */
export const frenchRules = rulesOfWords([
  ['age', "(?:a )?quel(?: est l'| etait l'| )? ?age"],
  [
    'duration',
    "(?:pendant |depuis |en )?combien (?:de temps|d'(?:annees|heures)|de (?:jours|mois|semaines|minutes|secondes|siecles|decennies))|quelle (?:est |etait |fut )?(?:la )?duree",
  ],
  ['date', '(?:au |en |de )?quel siecle', { grain: 'century' }],
  ['date', "(?:en |de |depuis |des )?quelles? (?:est l'|fut l')?(?:annees?|decennie)", { grain: 'year' }],
  ['date', '(?:en |au )?quel mois', { grain: 'month' }],
  ['date', 'quel jour de la semaine', { grain: 'weekday' }],
  ['date', `(?:a |le )?${which} (?:jour|date)`, { grain: 'day' }],
  ['date', '(?:a )?quelle heure', { grain: 'time' }],
  ['date', 'quand|depuis quand|a quel(?:le)? (?:moment|epoque|periode)'],
  ['count', `${which} (?:pourcentage|proportion|part|taux)`, { unit: 'percent' }],
  [
    'count',
    "combien (?:de |d')(?:personnes|habitants|hommes|femmes|soldats|etudiants|eleves|employes|enfants|membres|joueurs|salaries)|quelle (?:est |etait )?(?:la )?population",
    { unit: 'people' },
  ],
  [
    'count',
    `combien mesure|(?:a )?${which} (?:hauteur|longueur|largeur|profondeur|distance|altitude|taille)`,
    { unit: 'length' },
  ],
  ['count', `${which} (?:superficie|surface)`, { unit: 'area' }],
  ['count', `combien pese|${which} (?:poids|masse)`, { unit: 'mass' }],
  [
    'count',
    `combien (?:coute|a coute|coutait|d'argent|d'euros|de dollars|vaut|gagne)|${which} (?:prix|cout|montant|budget|salaire|valeur)`,
    { unit: 'money' },
  ],
  ['count', `${which} temperature`, { unit: 'temperature' }],
  ['count', `${which} vitesse`, { unit: 'speed' }],
  ['count', `combien|${which} (?:nombre|quantite|total)`],
  [
    'person',
    "(?:a |de |par |avec |pour )?(?:qui(?! sont les)|(?:de |a )qui)|comment (?:s'appelle|s'appelait) (?:le|la) (?:president|roi|reine|ministre|maire|auteur|joueur)",
  ],
  [
    'person',
    `(?:a |de |par |avec )?${which} (?:premier )?(?:personne|president|presidente|roi|reine|empereur|ministre|premier ministre|maire|gouverneur|general|professeur|professeure|scientifique|physicien|chimiste|mathematicien|historien|philosophe|economiste|architecte|artiste|peintre|compositeur|chanteur|chanteuse|musicien|auteur|autrice|ecrivain|poete|realisateur|acteur|actrice|joueur|joueuse|entraineur|inventeur|explorateur|dirigeant|pape|ingenieur|astronaute|juge|journaliste|fondateur)`,
  ],
  ['place', `(?:dans |en |a |de |vers )?${which} pays`, { place: 'country' }],
  [
    'place',
    `(?:dans |en |a |de |vers )?${which} (?:ville|villes|village|capitale|commune)`,
    { place: 'city' },
  ],
  [
    'place',
    `ou|d'ou|(?:dans |en |a |de |vers )?${which} (?:pays|ville|villes|etat|village|lieu|lieux|endroit|region|zone|continent|comte|province|rue|ile|capitale|quartier|district|fleuve|riviere|lac|montagne|stade|aeroport|port|commune|departement)`,
  ],
  [
    'organisation',
    `(?:dans |a |de |par |pour )?${which} (?:entreprise|societe|universite|ecole|organisation|parti|equipe|groupe|agence|institution|chaine|journal|club|banque|comite|musee|ministere|gouvernement|tribunal)`,
  ],
  [
    'reason',
    'pourquoi|pour quelles? raisons?|quelles? (?:est|etait|sont|etaient) (?:la|les) (?:raison|raisons|cause|causes)',
  ],
  ['manner', "comment(?! s'appel)|de quelle (?:maniere|facon)"],
  ['yes-no', '^est-ce que|^(?:a|est|sont|ont|etait)-t?-?(?:il|elle|ils|elles|on)'],
  ['definition', "qu'est-ce qu(?:e|')|que signifie"],
  ['other', "que|quoi|quel|quelle|quels|quelles|comment|qu'|[?]"],
]);
