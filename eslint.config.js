import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * One package, one home. Outside its home a package is imported through the file that owns it, so that its quirks
 * stay in one place and replacing it changes one place.
 */
const packageHomes = [
  { package: 'discord.js', home: ['src/discord/**', 'scripts/register-commands.ts'] },
  { package: '@huggingface/transformers', home: ['src/embed/e5.ts'] },
  { package: 'hnswlib-node', home: ['src/vector-index/hnsw.ts'] },
  { package: 'better-sqlite3', home: ['src/store/sqlite/**'] },
  { package: 'unpdf', home: ['src/corpus/readers/pdf.ts'] },
  { package: 'prom-client', home: ['src/operate/**'] },
  { package: 'dotenv', home: ['src/config.ts'] },
];

const everywhere = ['src/**/*.ts', 'scripts/**/*.ts'];

/** What no source file may write, with the sentence that says what to do instead. */
const restrictedSyntax = [
  {
    // `!` inside a counting loop over a typed array is the one place where the type cannot know the bound.
    selector:
      'TSNonNullExpression:not(:matches(ForStatement, WhileStatement, DoWhileStatement) TSNonNullExpression)',
    message: 'Use `!` only in numeric loops: elsewhere handle undefined, or make it impossible by type.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'Use the global `process`; settings come from src/config.ts.',
  },
  ...packageHomes.map(({ package: name, home }) => ({
    selector: `ImportExpression[source.value="${name}"]`,
    message: `Import ${name} statically, and only in ${home.join(' or ')}.`,
  })),
];

const noEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Only src/config.ts reads the environment: add the setting there and take it as an argument.',
};

const noClock = [
  { object: 'Date', property: 'now', message: 'No clock here: take the time as an argument.' },
  { object: 'performance', property: 'now', message: 'No clock here: take the time as an argument.' },
  { object: 'Math', property: 'random', message: 'No randomness here: take it as an argument.' },
];

/** The core rules of eslint:recommended that TypeScript itself does not cover, and that find bugs rather than taste. */
const coreRules = {
  eqeqeq: 'error',
  'no-async-promise-executor': 'error',
  'no-case-declarations': 'error',
  'no-cond-assign': 'error',
  'no-constant-binary-expression': 'error',
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-empty-character-class': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': ['error', { allowEscape: true }],
  'no-promise-executor-return': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-useless-backreference': 'error',
  'no-useless-catch': 'error',
  'preserve-caught-error': 'error',
  'require-yield': 'error',
};

const typeAwareRules = {
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // A code point at a time is what this project wants from `[...text]`; of a literal this cannot be said, see below.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  '@typescript-eslint/no-unnecessary-condition': [
    'error',
    { allowConstantLoopConditions: 'only-allowed-literals' },
  ],
  // Replaced by the finer rule in restrictedSyntax.
  '@typescript-eslint/no-non-null-assertion': 'off',
  // An interface may be asynchronous for the sake of its other implementation.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default defineConfig(
  globalIgnores(['node_modules/', 'coverage/', 'corpus/', 'embeddings/', 'data/', 'test/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...coreRules, ...typeAwareRules },
  },
  {
    files: everywhere,
    rules: {
      'no-restricted-properties': ['error', noEnvironment],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      'no-restricted-imports': ['error', restrictPackages()],
    },
  },
  // Each package's home may import that package, and still none of the others.
  ...packageHomes.map(({ package: name, home }) => ({
    files: home,
    rules: { 'no-restricted-imports': ['error', restrictPackages({ except: name })] },
  })),
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.d.ts'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      // Three parameters, then one options object.
      'max-params': ['error', { max: 4 }],
      // The stages report to a callback; only terminal and log write.
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  {
    // Time, randomness and files come in as arguments.
    files: ['src/text/**/*.ts', 'src/retrieve/**/*.ts', 'src/answer/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', noEnvironment, ...noClock],
      'no-restricted-syntax': [
        'error',
        ...restrictedSyntax,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'No clock here: take the time as an argument.',
        },
      ],
      'no-restricted-imports': ['error', restrictPackages({ machineToo: true })],
    },
  },
  {
    // Tables of characters, spread from a literal.
    files: ['src/text/**/*.ts', 'src/corpus/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-misused-spread': 'off' },
  },
  { files: ['src/config.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    // Tests read JSON, plant wrong values and hand methods to fakes: there the type checker would only repeat them.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);

/** Options for no-restricted-imports: every package whose home is elsewhere and, if asked, files, processes and network. */
function restrictPackages({ except, machineToo = false } = {}) {
  const patterns = packageHomes
    .filter(({ package: name }) => name !== except)
    .map(({ package: name, home }) => ({
      group: [name, `${name}/**`],
      message: `${name} may be imported only in ${home.join(' or ')}: use what that file exports.`,
    }));
  const machine = {
    regex: '^(node:)?(child_process|dgram|dns|fs|http|http2|https|net|os|tls)(/|$)',
    message: 'No files and no machine here: take what you need as an argument.',
  };
  return { patterns: machineToo ? [...patterns, machine] : patterns };
}
