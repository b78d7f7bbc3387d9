/** `npm run flows`: draws every flow of every rulebook from the data, for the people who check the rules. */
import path from 'node:path';
import { RULEBOOKS } from '../../miniprogram/rulebooks';
import { readTyped, reportFailure } from '../command-line/typed';
import { drawFlows } from './draw';

const OUT = path.resolve(__dirname, '../../dist/flows');

const main = async (): Promise<void> => {
  readTyped({ usage: '用法：npm run flows' });
  const files = await drawFlows(RULEBOOKS, OUT);
  console.log(`${files.length} drawings in ${path.relative(process.cwd(), OUT)}`);
};

void main().catch(reportFailure);
