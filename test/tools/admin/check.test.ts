/** Every way in which records can disagree is planted once: the check notices it, once, and nothing else with it. */
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { PROBLEMS } from '../../../tools/admin/findings';
import { keysOf } from '../../../tools/admin/keys';
import { LINKS } from '../../../tools/admin/links';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { START } from './college';
import { DAMAGES } from './damages';
import { openSmallCollege } from './memory-environment';

const say = (): void => undefined;

let environment: Environment;
let goBack: () => void;
beforeAll(async () => {
  ({ environment, goBack } = await openSmallCollege());
});
beforeEach(() => goBack());

const findings = () => check(environment, { cipher: keysOf(FUNCTION_ENV.FIELD_KEY).all, now: START, say });

it('finds nothing in a college where all is well', async () => {
  expect(await findings()).toEqual([]);
});

it.each(DAMAGES)('finds $what', async ({ collection, problem, plant }) => {
  const id = await plant(environment);
  expect(await findings()).toEqual([{ collection, id, problem }]);
});

it('has a planted damage for every row', () => {
  const planted = DAMAGES.map(({ collection, problem }) => `${collection} ${problem}`);
  expect(planted).toEqual(
    expect.arrayContaining(LINKS.map(({ collection, problem }) => `${collection} ${problem}`)),
  );
  expect(DAMAGES.map(({ problem }) => problem)).toEqual(expect.arrayContaining(Object.keys(PROBLEMS)));
});
