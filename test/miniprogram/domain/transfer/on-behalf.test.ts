import { mayRecordFor, recordedBy } from '../../../../miniprogram/domain/transfer/on-behalf';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';

type Role = 'graduate' | 'secretary' | 'teacher' | 'system';
const did = (step: string, role: Role, name = '某') => ({ step, by: { role, name } });

it.each(TRANSFER_STATES.map((state) => [state]))('for somebody who has not come: %s', (state) => {
  const timeline = [did('choose-way', 'secretary'), did('begin', 'system')];
  const open = ['planned', 'draft', 'returned', 'refused', 'lapsed'].includes(state);
  expect(mayRecordFor({ state, timeline })).toBe(open);
  expect(mayRecordFor({ state, timeline: [...timeline, did('choose-way', 'graduate')] })).toBe(false);
});

it('for who has nothing yet', () => {
  expect(mayRecordFor(null)).toBe(true);
});

it.each([
  ['the secretary', [did('choose-way', 'secretary', '周敏')], '周敏'],
  [
    'the teacher, after the secretary',
    [did('choose-way', 'secretary'), did('submit', 'teacher', '王芳')],
    '王芳',
  ],
  [
    'the teacher who registered them',
    [did('choose-way', 'graduate'), did('register', 'teacher', '王芳')],
    '王芳',
  ],
  [
    'nobody, once they act themselves',
    [did('choose-way', 'secretary'), did('submit', 'graduate')],
    undefined,
  ],
  ['nobody, where others only decided', [did('submit', 'graduate'), did('approve', 'teacher')], undefined],
])('names who recorded it: %s', (_who, timeline, name) => {
  expect(recordedBy({ timeline })?.name).toBe(name);
});
