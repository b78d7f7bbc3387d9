import type * as Round from '../../../../../../miniprogram/memory/round';
import { PERSON } from '../../../../../../tools/shots/cases/person-notices';
import { answer } from '../../../../support/fake-wx';
import { mount, phone } from '../../../../support/mount';

const NOW = Date.UTC(2026, 5, 12, 2);
const IDS = Array.from({ length: 30 }, (_, index) => `m-${index}`);

const replyOf = (memberId: string) => ({
  person: {
    ...PERSON,
    id: memberId,
    name: memberId,
    transfer: { ...PERSON.transfer, state: 'submitted', waitsFor: 'secretary', version: 3 },
  },
  self: false,
  nudge: 'nothing-to-do',
  inviteCode: null,
  rulebookId: 'national-2022',
  now: NOW,
});

const begin = () => {
  const decided: string[] = [];
  phone().cloud.callFunction.mockImplementation(({ data: { action, payload } }) => {
    const { memberId } = payload as { memberId: string };
    if (action !== 'decide') return answer(replyOf(memberId));
    decided.push(memberId);
    return answer({ version: 4, state: 'submitted' });
  });
  const panel = mount(() => {
    jest
      .requireActual<typeof Round>('../../../../../../miniprogram/memory/round')
      .rememberRound('approvals', IDS);
    return jest.requireActual(
      '../../../../../../miniprogram/packages/secretary/people/person-panel/person-panel',
    );
  });
  return { panel, decided };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('approves thirty classmates in at most thirty-five taps, each leading to the next', async () => {
  const { panel, decided } = begin();
  // The tap on “30 人等你审批”.
  let taps = 1;
  panel.gets('memberId', IDS[0]);
  await settled();
  for (const id of IDS) {
    expect(panel.data).toMatchObject({ id, view: { canApprove: true } });
    await panel.does('onApproveTap');
    taps += 1;
  }
  expect(decided).toEqual(IDS);
  expect(taps).toBeLessThanOrEqual(35);
});

it('tells the list beside it what was decided, and who is open now', async () => {
  const { panel } = begin();
  panel.gets('memberId', 'm-3');
  await settled();
  await panel.does('onKey', 'approve');
  expect(panel.triggerEvent).toHaveBeenCalledWith('changed');
  expect(panel.triggerEvent).toHaveBeenCalledWith('other', { memberId: 'm-4' });
  expect(panel.data).toMatchObject({ id: 'm-4', view: { name: 'm-4' } });
});

it('does not lead on from somebody whom a key has opened meanwhile', async () => {
  const { panel, decided } = begin();
  panel.gets('memberId', 'm-3');
  await settled();
  const approving = panel.does('onApproveTap');
  panel.gets('memberId', 'm-20');
  await approving;
  expect(decided).toEqual(['m-3']);
  expect(panel.data.id).toBe('m-20');
});
