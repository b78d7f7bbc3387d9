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

it('approves thirty classmates in at most thirty-five taps, each leading to the next', async () => {
  const wechat = phone();
  const decided: string[] = [];
  wechat.cloud.callFunction.mockImplementation(({ data: { action, payload } }) => {
    const { memberId } = payload as { memberId: string };
    if (action !== 'decide') return answer(replyOf(memberId));
    decided.push(memberId);
    return answer({ version: 4, state: 'submitted' });
  });
  const page = mount(() => {
    jest
      .requireActual<typeof Round>('../../../../../../miniprogram/memory/round')
      .rememberRound('approvals', IDS);
    return jest.requireActual('../../../../../../miniprogram/packages/secretary/people/person/person');
  });
  // The tap on “30 人等你审批”.
  let taps = 1;
  await page.does('onLoad', { memberId: IDS[0] });
  await page.does('onShow');
  for (const id of IDS) {
    expect(page.data).toMatchObject({ memberId: id, view: { canApprove: true } });
    await page.does('onApproveTap');
    taps += 1;
  }
  expect(decided).toEqual(IDS);
  expect(taps).toBeLessThanOrEqual(35);
});
