/** Lets jest read TypeScript through esbuild: types are checked by `npm run lint`, not here. */
const { transformSync } = require('esbuild');

module.exports = {
  process(source, file) {
    const loader = file.endsWith('.ts') ? 'ts' : 'js';
    const { code } = transformSync(source, {
      loader,
      format: 'cjs',
      target: 'node20',
      // jest loads modules by require only.
      supported: { 'dynamic-import': false },
      sourcemap: 'inline',
      sourcefile: file,
    });
    return { code };
  },
};
