/** Templates only: TypeScript is held to `.oxlintrc.json`. */
import wxmlParser from '@wxml/parser';
import wxml from 'eslint-plugin-wxml';

export default [
  { ignores: ['**/miniprogram_npm/**'] },
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
];
