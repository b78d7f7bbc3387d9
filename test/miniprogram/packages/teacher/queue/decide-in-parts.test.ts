import { answer, installWx, refuse } from '../../../support/fake-wx';
import { decidedOf, decideInParts } from '../../../../../miniprogram/packages/teacher/queue/decide-in-parts';

const items = Array.from({ length: 449 }, (_, index) => ({ transferId: `t-${index}`, version: 3 }));

const cloud = () => {
  const { fake } = installWx();
  return fake.cloud.callFunction;
};
const done = ({ data: { payload } }: { data: { payload: unknown } }) =>
  answer({
    results: (payload as { items: typeof items }).items.map(({ transferId }) => ({
      transferId,
      done: true,
      reasons: [],
      state: 'accepted',
    })),
    now: 0,
  });

it('decides any number of them, as many at a time as the cloud takes', async () => {
  const calls = cloud();
  calls.mockImplementation(done);
  const heard: number[] = [];
  const { results, failure } = await decideInParts({ decision: 'accepted', items }, (dealtWith) =>
    heard.push(dealtWith),
  );
  expect(results).toHaveLength(449);
  expect(failure).toBeNull();
  expect(calls).toHaveBeenCalledTimes(9);
  expect(heard.at(-1)).toBe(449);
  expect(decidedOf(items, results)).toEqual(items.map(({ transferId }) => ({ transferId, version: 4 })));
});

it('stops at what fails, and knows who was decided before', async () => {
  const calls = cloud();
  calls.mockImplementationOnce(done).mockImplementation(() => refuse({ code: 'INTERNAL' }));
  const { results, failure } = await decideInParts({ decision: 'accepted', items });
  expect(results).toHaveLength(50);
  expect(failure).toMatchObject({ code: 'INTERNAL' });
  expect(calls).toHaveBeenCalledTimes(2);
});
