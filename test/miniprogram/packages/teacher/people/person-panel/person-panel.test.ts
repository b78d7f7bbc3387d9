import { PERSON } from '../../../../../../tools/shots/cases/person-notices';
import { answer, refuse } from '../../../../support/fake-wx';
import { mount, phone, said, type Mounted } from '../../../../support/mount';

const NOW = Date.UTC(2026, 5, 12, 2);
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const begin = (): { panel: Mounted; asked: string[] } => {
  const wechat = phone();
  const asked: string[] = [];
  wechat.cloud.callFunction.mockImplementation(({ data: { action, payload } }) => {
    const { memberId } = payload as { memberId: string };
    asked.push(`${action} ${memberId}`);
    const person = { ...PERSON, id: memberId, name: memberId };
    return answer({ person, organisation: null, rulebookId: 'national-2022', now: NOW });
  });
  const panel = mount(() =>
    jest.requireActual('../../../../../../miniprogram/packages/teacher/people/person-panel/person-panel'),
  );
  return { panel, asked };
};

const nameOf = ({ data }: Mounted) => (data.view as { name: string } | null)?.name;

it('shows whoever the list beside it opens, and nothing of the one before meanwhile', async () => {
  const { panel } = begin();
  panel.gets('memberId', 'm-1');
  await settled();
  expect(nameOf(panel)).toBe('m-1');
  await panel.does('onAskTap', { currentTarget: { dataset: { question: 'assign' } } });
  panel.gets('memberId', 'm-2');
  expect(panel.data).toMatchObject({ view: null, asking: '' });
  await settled();
  expect(nameOf(panel)).toBe('m-2');
});

it('acts on the one it shows, and tells the list that something was put right', async () => {
  const { panel, asked } = begin();
  panel.gets('memberId', 'm-1');
  await settled();
  await panel.does('onAskTap', { currentTarget: { dataset: { question: 'assign' } } });
  await panel.does('onAskConfirm');
  expect(asked).toContain('assignSecretary m-1');
  expect(panel.triggerEvent).toHaveBeenCalledWith('changed');
});

it('says that they are gone once they are removed', async () => {
  const { panel, asked } = begin();
  panel.gets('memberId', 'm-1');
  await settled();
  await panel.does('onAskTap', { currentTarget: { dataset: { question: 'remove-member' } } });
  await panel.does('onAskConfirm');
  expect(asked).toContain('removeMember m-1');
  expect(panel.triggerEvent).toHaveBeenCalledWith('leave');
});

it('goes on with the record that stays after a merging', async () => {
  const { panel } = begin();
  panel.gets('memberId', 'm-1');
  await settled();
  await panel.does('onMerged', said({ memberId: 'm-9' }));
  expect(panel.triggerEvent).toHaveBeenCalledWith('other', { memberId: 'm-9' });
  expect(nameOf(panel)).toBe('m-9');
});

it('closes the matter of somebody over age with a reason, and keeps what was typed when it is refused', async () => {
  const wechat = phone();
  const heard: unknown[] = [];
  let isRefused = true;
  wechat.cloud.callFunction.mockImplementation(({ data: { action, payload } }) => {
    if (action !== 'recordOverAge')
      return answer({ person: PERSON, organisation: null, rulebookId: 'national-2022', now: NOW });
    heard.push(payload);
    return isRefused ? refuse({ code: 'TEXT_REJECTED' }) : answer({ recordedAt: NOW });
  });
  const panel = mount(() =>
    jest.requireActual('../../../../../../miniprogram/packages/teacher/people/person-panel/person-panel'),
  );
  panel.gets('memberId', 'm-1');
  await settled();
  await panel.does('onOverAgeTap');
  await panel.does('onOverAgeConfirm', { detail: { reason: '已经记进超龄名单' } });
  expect(panel.data).toMatchObject({ overAgeVisible: true, overAgeError: expect.stringMatching(/./) });
  isRefused = false;
  await panel.does('onOverAgeConfirm', { detail: { reason: '已经记进超龄名单' } });
  expect(heard.at(-1)).toEqual({ memberId: 'm-1', reason: '已经记进超龄名单' });
  expect(panel.data).toMatchObject({ overAgeVisible: false, overAge: false });
});

it('puts the matter of somebody over age back where it had been closed', async () => {
  const wechat = phone();
  const heard: unknown[] = [];
  let overAgeRecordedAt: number | null = NOW;
  wechat.cloud.callFunction.mockImplementation(({ data: { action, payload } }) => {
    if (action !== 'reopenOverAge')
      return answer({
        person: PERSON,
        organisation: null,
        overAgeRecordedAt,
        rulebookId: 'national-2022',
        now: NOW,
      });
    heard.push(payload);
    overAgeRecordedAt = null;
    return answer({});
  });
  const panel = mount(() =>
    jest.requireActual('../../../../../../miniprogram/packages/teacher/people/person-panel/person-panel'),
  );
  panel.gets('memberId', 'm-1');
  await settled();
  expect(panel.data['ageRecorded']).toMatch(/日/);
  await panel.does('onReopenAgeTap');
  await settled();
  expect(heard).toEqual([{ memberId: 'm-1' }]);
  expect(panel.data).toMatchObject({ ageRecorded: '', overAge: true });
});
