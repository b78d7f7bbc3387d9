/** Loaded before a command of the manual: its questions to Tencent Cloud go to the test's stand-in. */
import { leadHere } from './lead-here';

leadHere(Number(process.env['STAND_IN_PORT']));
