import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { noModuleState } from './test/gates/rules/no-module-state.mjs';

/** Where a promise of architecture.md's import table is about what a file contains rather than about what it imports. */
const noClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The instant is data: pass it in.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The instant is data: pass it in.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The instant is data: pass it in.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'The instant is data: pass it in.',
  },
];

const noChance = [
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Chance is data: pass it in.' },
];

const noWaiting = [
  { selector: ':function[async=true]', message: 'The domain is synchronous: it decides, others wait.' },
  { selector: 'AwaitExpression', message: 'The domain is synchronous: it decides, others wait.' },
  { selector: 'ForOfStatement[await=true]', message: 'The domain is synchronous: it decides, others wait.' },
];

const noLogic = [
  { selector: ':function', message: 'A preset is a document: data, no logic.' },
  { selector: 'ClassDeclaration, IfStatement, ConditionalExpression', message: 'A preset is a document: no logic.' },
  { selector: 'ForStatement, ForOfStatement, ForInStatement, WhileStatement', message: 'A preset is a document.' },
];

const onlyTypes = [
  {
    selector:
      'Program > :not(ImportDeclaration, ExportNamedDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)',
    message: 'A port is an interface: types and nothing else.',
  },
  {
    selector: 'ExportNamedDeclaration > .declaration:not(TSInterfaceDeclaration, TSTypeAliasDeclaration)',
    message: 'A port is an interface: types and nothing else.',
  },
];

const onlyExports = [
  {
    selector: 'Program > :not(ExportNamedDeclaration)',
    message: 'The index is the manifest: one re-exported name per function key, no logic.',
  },
  {
    selector: 'Program > ExportNamedDeclaration:not([source])',
    message: 'The index is the manifest: one re-exported name per function key, no logic.',
  },
];

const impure = ['process', 'console', 'fetch', 'crypto', 'performance', 'globalThis', 'global', 'Promise']
  .concat(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'])
  .map((name) => ({ name, message: 'The domain decides without doing: no platform, no I/O, no waiting.' }));

const restrict = (files, ...rules) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...rules.flat()] },
});

export default tseslint.config(
  {
    ignores: [
      'build/',
      'coverage/',
      'reports/',
      '.stryker-tmp/',
      '.sandbox/',
      'test/gates/fixtures/',
      '**/node_modules/',
    ],
  },
  {
    // A suppression has no effect and is reported itself.
    linterOptions: { noInlineConfig: true, reportUnusedInlineConfigs: 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    // What needs types is asked of the native compiler, in a fraction of the time: see .oxlintrc.json.
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
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
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // The other linter heeds comments of its own that switch it off.
      'no-warning-comments': ['error', { terms: ['oxlint-disable'], location: 'anywhere' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { 'change-control': { rules: { 'no-module-state': noModuleState } } },
    rules: { 'change-control/no-module-state': 'error', 'no-console': 'error' },
  },
  {
    // A Forge app's log is its console, and one place writes to it: what happened, never what anybody typed.
    files: ['src/handlers/invocation.ts'],
    rules: { 'no-console': ['error', { allow: ['error'] }] },
  },
  { files: ['src/domain/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...impure] } },
  restrict(['src/domain/**/*.ts'], noClock, noChance, noWaiting),
  restrict(['src/contracts/**/*.ts'], noClock, noChance),
  restrict(['src/usecases/**/*.ts'], noClock, noChance),
  restrict(['src/policies/**/*.ts'], noClock, noChance, noLogic),
  restrict(['src/ports/**/*.ts'], onlyTypes),
  restrict(['src/index.ts'], onlyExports),
  {
    // The settings of a tool are what that tool imports by default.
    files: ['*.config.{mjs,ts}', '**/*.config.{mjs,ts}'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
