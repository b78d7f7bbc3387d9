import path from 'node:path';
import { buildCharts } from './charts';
import { buildFunctions } from './functions';
import { buildNpm } from './npm';

/** `npm run build`: what WeChat DevTools opens, complete — bundled functions and the mini-program's npm. */
const main = async (): Promise<void> => {
  const outDir = path.resolve(__dirname, '../../dist/cloudfunctions');
  const [{ sizes }] = await Promise.all([buildFunctions({ outDir }), buildNpm(), buildCharts()]);
  for (const [name, size] of Object.entries(sizes)) console.log(`${name} ${Math.round(size / 1024)} KB`);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
