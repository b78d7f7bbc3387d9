/** Lets jest read TypeScript through esbuild: types are checked by `npm run lint`, not here. */
const { transformSync } = require('esbuild');

module.exports = {
  process(source, file) {
    const loader = file.endsWith('.ts') ? 'ts' : 'js';
    const { code, map } = transformSync(source, {
      loader,
      format: 'cjs',
      target: 'node20',
      // jest loads modules by require only.
      supported: { 'dynamic-import': false },
      // Apart from the code: jest reads it only to show where a test failed.
      sourcemap: 'external',
      sourcefile: file,
    });
    return { code, map };
  },
};
