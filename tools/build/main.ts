import path from 'node:path';
import { readTyped, reportFailure } from '../command-line/typed';
import { buildFunctions } from './functions';
import { buildMiniProgram } from './mini-program';

const USAGE = '用法：npm run build';

/** `npm run build`: what WeChat DevTools opens, complete — bundled functions, the mini-program's npm — and what is uploaded. */
const main = async (): Promise<void> => {
  readTyped({ usage: USAGE });
  const outDir = path.resolve(__dirname, '../../dist/cloudfunctions');
  const [{ sizes }] = await Promise.all([buildFunctions({ outDir }), buildMiniProgram()]);
  for (const [name, size] of Object.entries(sizes)) console.log(`${name} ${Math.round(size / 1024)} KB`);
};

void main().catch(reportFailure);
