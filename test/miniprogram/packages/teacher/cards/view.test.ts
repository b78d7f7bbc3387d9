import {
  deskTick,
  moved,
  toCardView,
  type CardPerson,
} from '../../../../../miniprogram/packages/teacher/cards/view';

const NOW = Date.UTC(2026, 5, 12, 2, 0);
const card = (status: 'open' | 'done'): CardPerson['offline'][number] => ({
  stepId: 'card',
  label: '《团员证》转出',
  hint: '带截图去学院，当场办好',
  opens: 'submitted',
  who: 'college',
  atDesk: true,
  needs: ['screenshot'],
  status,
  at: status === 'done' ? NOW : null,
  by: status === 'done' ? { role: 'teacher', name: '周岚' } : null,
  number: null,
  receiptAt: null,
});
const person: CardPerson = {
  memberId: 'm',
  name: '张子衿',
  studentNumber: '222203006',
  branchName: '计算机2203团支部',
  transferId: 't',
  version: 5,
  shown: 'accepted',
  missing: [],
  ready: true,
  acceptedAt: NOW - 6 * 86_400_000,
  doneAt: null,
  offline: [card('open')],
};

it('offers the stamp to who has arrived', () => {
  expect(toCardView(person)).toMatchObject({
    name: '张子衿',
    belongs: '计算机2203，222203006',
    state: 'accepted',
    line: '6月6日 转到',
    tone: '',
    action: 'done',
  });
});

it.each([
  ['no-transfer', '还没有开始转接'],
  ['not-open', '还没轮到这一步'],
  ['no-card', '这个去向不用办《团员证》'],
] as const)('does not offer it while something is missing: %s', (gap, line) => {
  const missing = { ...person, shown: 'none' as const, missing: [gap], ready: false, acceptedAt: null };
  expect(toCardView(missing)).toMatchObject({ line, tone: 'soon', action: '', state: 'none' });
});

it('leaves a missing screenshot to the teacher’s own eyes', () => {
  const view = toCardView({ ...person, missing: ['screenshot'] });
  expect(view).toMatchObject({ line: '6月6日 转到，没有截图，请当面看一眼系统', action: 'done' });
});

it('shows a stamp with its time, and a way back', () => {
  const done = moved(person, { version: 6, state: 'completed', offline: [card('done')] });
  expect(toCardView(done)).toMatchObject({ line: '6月12日 10:00 登记好了', tone: 'done', action: 'undo' });
  const undone = moved(done, { version: 7, state: 'accepted', offline: [card('open')] });
  expect(toCardView(undone)).toMatchObject({ line: '6月6日 转到', action: 'done' });
  expect(undone.version).toBe(7);
});

it('ticks the step at the desk, whatever the rules call it, and nothing where there is none', () => {
  const target = { transferId: 't', version: 5, stepId: 'card', part: 'done' };
  expect(deskTick(person, true)).toEqual({ ...target, isDone: true });
  expect(deskTick(person, false)).toEqual({ ...target, isDone: false });
  expect(deskTick({ ...person, offline: [] }, true)).toBeNull();
});
