/** `npm run flows`: draws every flow of every rulebook from the data, for the people who check the rules. */
import path from 'node:path';
import { RULEBOOKS } from '../../miniprogram/rulebooks';
import { drawFlows } from './draw';

const OUT = path.resolve(__dirname, '../../dist/flows');

drawFlows(RULEBOOKS, OUT).then(
  (files) => console.log(`${files.length} drawings in ${path.relative(process.cwd(), OUT)}`),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
