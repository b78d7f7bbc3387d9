import { Desk } from './desk-page';
import { Stage } from './phone-page';

/** For a hook as for a journey, which take a tenth of it: a busy machine is given time, a hung one is not waited for. */
const LONGEST_MS = 300_000;
jest.setTimeout(LONGEST_MS);

/**
 * Single phones for the journeys of one file, in one college. After each the phones are put away and the cloud is
 * mended; a journey fails when a phone reported an error, and a failed one leaves what its phones showed.
 */
export const journeys = () => {
  const stage = new Stage();
  let passed = false;

  beforeAll(() => stage.open());
  afterEach(async () => {
    const errors = await stage.clear(passed ? undefined : expect.getState().currentTestName);
    await stage.world.mends();
    expect(errors).toEqual([]);
  });
  afterAll(() => stage.close());

  const journey = (name: string, run: () => Promise<void>): void => {
    it(name, async () => {
      passed = false;
      await run();
      passed = true;
    });
  };
  return { stage, journey };
};

/** Three phones on the desk for one long journey: each step goes on where the last one stopped. */
export const journeyInSteps = (journey: string) => {
  const desk = new Desk();
  let failed = false;

  beforeAll(() => desk.open());
  afterAll(async () => {
    if (failed) await desk.keepEvidence(journey).catch(() => undefined);
    await desk.close();
  });

  /** A later step makes no sense after a failed one. */
  const step = (name: string, run: () => Promise<void>): void => {
    it(name, async () => {
      if (failed) throw new Error('an earlier step of this journey failed');
      failed = true;
      await run();
      expect(await desk.errors()).toEqual([]);
      failed = false;
    });
  };
  return { desk, step };
};
