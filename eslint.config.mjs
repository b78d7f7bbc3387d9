import wxmlParser from '@wxml/parser';
import wxml from 'eslint-plugin-wxml';
import tseslint from 'typescript-eslint';

/** The core and the use cases get the time, ids and chance handed in; only the composition root may ask. */
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time is passed in: take it from the clock port.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time is passed in: take it from the clock port.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Ids and chance are passed in: take them from the ids port.',
  },
  {
    selector: "CallExpression[callee.name='dayjs'][arguments.length=0]",
    message: 'The time is passed in: take it from the clock port.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      '.data/**',
      'miniprogram/**/miniprogram_npm/**',
      'test/**/fixtures/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: [
      'miniprogram/domain/**/*.ts',
      'miniprogram/contract/**/*.ts',
      'miniprogram/rulebooks/**/*.ts',
      'cloudfunctions/**/*.ts',
    ],
    ignores: ['cloudfunctions/_shared/calls/runtime.ts'],
    rules: { 'no-restricted-syntax': ['error', ...impure] },
  },
  {
    // What a page holds is typed where it begins (`components/properties.ts`, `memory/empty.ts`); `as const` is no cast.
    files: ['miniprogram/{pages,packages,components,custom-tab-bar,loading,memory,services}/**/*.ts'],
    // Replies are trusted in one place: the tests hold them to the contract, and the phone carries no schemas.
    ignores: ['miniprogram/services/ask-cloud.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['miniprogram/**/*.wxml'],
    plugins: { wxml },
    languageOptions: { parser: wxmlParser },
    rules: {
      'wxml/report-wxml-syntax-error': 'error',
      'wxml/report-interpolation-error': 'error',
      'wxml/no-duplicate-attributes': 'error',
      'wxml/no-unexpected-string-bool': 'error',
      'wxml/no-unnecessary-block': 'error',
    },
  },
);
