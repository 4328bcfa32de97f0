// @ts-check
/**
 * What may import what. To let a folder import one more, change its line here and the page that
 * describes the flow (DESIGN.md) in the same commit, and say why in review.
 */

/** Folder → the folders it may import. Every folder may import itself and src/errors.ts too. */
const folderImports = {
  text: [],
  corpus: ['text'],
  fetch: ['text', 'corpus'],
  embed: [],
  store: ['text', 'corpus'],
  'vector-index': ['store'],
  retrieve: ['text', 'corpus', 'embed', 'store', 'vector-index'],
  answer: ['text', 'corpus', 'store', 'retrieve'],
  terminal: ['text', 'corpus', 'vector-index', 'answer', 'pipeline', 'config'],
  discord: ['text', 'corpus', 'store', 'answer', 'log'],
  http: ['config', 'log'],
  preview: ['text', 'corpus', 'store', 'answer', 'log', 'http', 'discord'],
  operate: ['config', 'store', 'retrieve', 'answer', 'log', 'http', 'discord'],
  'supply-chain': [],
  // It looks into everything, and nothing but its script knows it.
  doctor: ['embed', 'store', 'answer', 'pipeline', 'discord', 'terminal', 'config'],
};

/** The surfaces draw answers or tell how the process is; no stage knows them. */
const surfaces = ['discord', 'preview', 'terminal', 'http', 'operate', 'doctor', 'supply-chain'];
const stages = Object.keys(folderImports).filter((folder) => !surfaces.includes(folder));

/**
 * A path pattern for folders, or single files without their ending, below src/.
 * @param {string[]} names
 */
const below = (...names) => `^src/(${names.join('|')})(/|[.]ts$)`;

const folderRules = Object.entries(folderImports).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment:
    `src/${folder}/ may import only ${['errors.ts', ...allowed].join(', ')}. Take what you need as an argument, move it ` +
    'left along the flow (to the folder that owns it), or do the joining in src/pipeline/.',
  severity: 'error',
  from: { path: below(folder) },
  to: { path: '^src/', pathNot: below(folder, 'errors', ...allowed) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...folderRules,
    {
      name: 'folder-not-in-the-flow',
      comment:
        'A new folder of src/ needs its place in the flow: add it to folderImports in .dependency-cruiser.js and to DESIGN.md.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: below('pipeline', ...Object.keys(folderImports)) },
      to: {},
    },
    {
      name: 'pipeline-imports',
      comment:
        'src/pipeline/ joins the stages and never draws. Report progress to its callback, return the answer, and let the ' +
        'script or src/main.ts hand them to a surface.',
      severity: 'error',
      // The file, and a folder of its parts should it grow one.
      from: { path: below('pipeline') },
      to: { path: '^src/', pathNot: below('pipeline', 'config', 'errors', ...stages) },
    },
    {
      name: 'errors-imports-nothing',
      comment:
        'Everything may import src/errors.ts, so it imports nothing of src/. Pass names and numbers as context.',
      severity: 'error',
      from: { path: '^src/errors[.]ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'config-and-log-import-only-errors',
      comment:
        'src/config.ts and src/log.ts know no stage. Give the stage its settings as arguments instead.',
      severity: 'error',
      from: { path: '^src/(config|log)[.]ts$' },
      to: { path: '^src/', pathNot: below('errors') },
    },
    {
      name: 'scripts-imports',
      comment:
        'A script parses arguments, calls src/pipeline/ or src/discord/ and prints with src/terminal/. Export what you need from the ' +
        'pipeline; types may come from where they are declared (`import type`).',
      severity: 'error',
      from: { path: '^scripts/' },
      to: {
        path: '^src/',
        pathNot: below(
          'pipeline',
          'terminal',
          'discord',
          'doctor',
          'supply-chain',
          'config',
          'errors',
          'log',
        ),
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-imports-an-entry',
      comment:
        'src/main.ts and scripts/ act when they are run. Move what you need into the folder that owns it.',
      severity: 'error',
      // The doctor is started by a file that any Node can read.
      from: { path: '^(src|scripts)/', pathNot: '^scripts/start-doctor[.]mjs$' },
      to: { path: '^(src/main[.]ts$|scripts/)' },
    },
    {
      name: 'not-to-test',
      comment:
        'Production code never imports from test/. Move it to src/, or pass it in as an argument. Only what measures and fits, ' +
        'and is not needed to run anything, uses what the tests measure with.',
      severity: 'error',
      from: {
        path: '^(src|scripts)/',
        pathNot: '^scripts/(evaluate|faults|fit-confidence|language-means)[.]ts$',
      },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'Move what both files need into a third one that neither of them imports back.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing. Use it or delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      comment:
        'This import leads nowhere. Write the ending (`./chunk.ts`), or install the package with an exact version.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-to-dev-packages',
      comment:
        'src/ runs without devDependencies. Move the package to dependencies (with a page in docs/decisions/).',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type imports are imports: an interface in the wrong folder is as wrong as a function.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
