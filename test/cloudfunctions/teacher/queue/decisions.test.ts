import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  REGION,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { STAMP } from '../../support/stamp';
import { dataOf, errorOf, type World } from '../../support/world';
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const COLLEAGUE = 'oColleague';
const hireColleague = async () => {
  const { collegeId } = university;
  const { code } = dataOf(await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '梁清和' }));
  dataOf(await world.call(COLLEAGUE, 'account', 'acceptInvitation', { code, name: '梁清和' }));
};
const decide = (
  openid: string,
  { id: transferId, version }: { id: string; version: number },
  decision: 'approve' | 'return' | 'record' | 'reopen' | 'close',
  reason?: string,
) =>
  world.call(openid, 'teacher', 'decide', {
    transferId,
    version,
    decision,
    seenOnSystem: false,
    ...(reason ? { reason } : {}),
  });
const decision = (openid: string, transferId: string) =>
  world.call(openid, 'teacher', 'decision', { transferId });
const audits = (action: string) => world.store.all('audits').filter((entry) => entry.action === action);

/** A graduate going abroad whose relation stays: residences and the parents' contact are the college's to see. */
const registerKept = async () => {
  const { version } = await choose(world, GRADUATE, 'study-abroad', 'keep');
  const fields = {
    registeredResidence: REGION,
    currentResidence: REGION,
    parentContact: { name: '林建平', phone: '13800000000' },
  };
  return dataOf(await world.call(GRADUATE, 'graduate', 'submit', { version, fields, screenshots: [] }))
    .transfer;
};

describe('two teachers at once', () => {
  it('tells the second one instead of overwriting the first', async () => {
    await hireColleague();
    const transfer = await submitEmployed(world, GRADUATE);
    const replies = await Promise.all([
      decide(TEACHER, transfer, 'approve'),
      decide(COLLEAGUE, transfer, 'return', '截图看不清'),
    ]);
    expect(replies.map(errorOf).sort()).toEqual(['TRANSFER_VERSION_STALE', 'none']);
    const { item } = dataOf(await decision(COLLEAGUE, transfer.id));
    expect(item.timeline.filter(({ step }) => step === 'approve' || step === 'return')).toHaveLength(1);
    expect(audits('approve').length + audits('return').length).toBe(1);
  });

  it('does not let an old screen return what was approved meanwhile', async () => {
    const transfer = await submitEmployed(world, GRADUATE);
    dataOf(await decide(TEACHER, transfer, 'approve'));
    expect(errorOf(await decide(TEACHER, transfer, 'return', '晚了'))).toBe('TRANSFER_VERSION_STALE');
    expect(dataOf(await decision(TEACHER, transfer.id)).item.state).toBe('approved');
  });
});

describe('what a decision needs', () => {
  it.each([
    ['approve', undefined, 'none', 'approved'],
    ['return', '名称不完整', 'none', 'returned'],
    ['return', undefined, 'REASON_REQUIRED', 'submitted'],
    ['record', undefined, 'TRANSFER_ILLEGAL_STEP', 'submitted'],
    ['reopen', '登记错了人', 'TRANSFER_ILLEGAL_STEP', 'submitted'],
  ] as const)('to %s with reason %s a submission: %s', async (step, reason, error, state) => {
    const transfer = await submitEmployed(world, GRADUATE);
    expect(errorOf(await decide(TEACHER, transfer, step, reason))).toBe(error);
    expect(dataOf(await decision(TEACHER, transfer.id)).item.state).toBe(state);
  });

  it('refuses words that WeChat’s check finds risky', async () => {
    const transfer = await submitEmployed(world, GRADUATE);
    world.world.verdict = 'risky';
    expect(errorOf(await decide(TEACHER, transfer, 'return', '不能说的话'))).toBe('TEXT_REJECTED');
  });

  it('marks in the timeline that the list on 智慧团建 was looked at', async () => {
    const { id: transferId, version } = await submitEmployed(world, GRADUATE);
    const payload = { transferId, version, decision: 'approve' as const, seenOnSystem: true };
    dataOf(await world.call(TEACHER, 'teacher', 'decide', payload));
    const { item } = dataOf(await decision(TEACHER, transferId));
    expect(item.timeline.at(-1)).toMatchObject({ step: 'approve', seenOnSystem: true, by: { name: '王芳' } });
  });

  it('opens again with a reason what was stamped by mistake; the graduate hands it in once more', async () => {
    const transfer = await submitEmployed(world, GRADUATE);
    const approved = dataOf(await decide(TEACHER, transfer, 'approve'));
    const arrived = dataOf(
      await world.call(GRADUATE, 'graduate', 'report', { version: approved.version, outcome: 'accepted' }),
    ).transfer;
    const target = { transferId: transfer.id, version: arrived.version, ...STAMP };
    const { version } = dataOf(await world.call(TEACHER, 'teacher', 'tickOffline', target));
    const done = { id: transfer.id, version };
    expect(errorOf(await decide(TEACHER, done, 'reopen'))).toBe('REASON_REQUIRED');
    expect(errorOf(await decide(OTHER_TEACHER, done, 'reopen', '登记错了人'))).toBe('NOT_FOUND');
    expect(dataOf(await decide(TEACHER, done, 'reopen', '登记错了人')).state).toBe('returned');
    const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    expect(home.transfer).toMatchObject({ state: 'returned', reason: '登记错了人' });
  });
});

describe('what the college saw on 智慧团建', () => {
  const confirm = (
    openid: string,
    { id: transferId, version }: { id: string; version: number },
    outcome: 'accepted' | 'refused' | 'returned',
    reason?: string,
  ) =>
    world.call(openid, 'teacher', 'confirmStatus', {
      transferId,
      version,
      outcome,
      ...(reason ? { reason } : {}),
    });

  const timedOut = async () => {
    const { id, version } = await submitEmployed(world, GRADUATE);
    dataOf(await decide(TEACHER, { id, version }, 'approve'));
    world.world.now += 16 * DAY_MS;
    await world.tick();
    return dataOf(await decision(TEACHER, id)).item;
  };

  it.each([
    ['accepted', 'accepted'],
    ['returned', 'lapsed'],
    ['refused', 'refused'],
  ] as const)('settles a time-out as %s, with what stands on the system: %s', async (outcome, state) => {
    const item = await timedOut();
    expect(errorOf(await confirm(TEACHER, item, outcome))).toBe('none');
    const after = dataOf(await decision(TEACHER, item.id)).item;
    expect(after.state).toBe(state);
    expect(after.timeline.at(-1)).toMatchObject({ seenOnSystem: true });
  });

  it('is told that somebody reported it meanwhile', async () => {
    const item = await timedOut();
    dataOf(await world.call(GRADUATE, 'graduate', 'report', { version: item.version, outcome: 'accepted' }));
    expect(errorOf(await confirm(TEACHER, item, 'returned'))).toBe('TRANSFER_VERSION_STALE');
  });

  it('is not another college’s to say', async () => {
    const item = await timedOut();
    expect(errorOf(await confirm(OTHER_TEACHER, item, 'accepted'))).toBe('NOT_FOUND');
    expect(errorOf(await confirm(ADMIN, item, 'accepted'))).toBe('none');
  });
});

describe('looking at what is guarded', () => {
  it('leaves a trace of a screenshot that was opened, and of who opened it', async () => {
    const { id } = await submitEmployed(world, GRADUATE);
    dataOf(await decision(TEACHER, id));
    const [entry, ...more] = audits('read-screenshots');
    expect(entry).toMatchObject({ subjectId: id, actor: { role: 'teacher', accountId: TEACHER } });
    expect(more).toEqual([]);
  });

  it('leaves a trace of kept data and of the parents’ contact', async () => {
    const { id } = await registerKept();
    const { item } = dataOf(await decision(TEACHER, id));
    expect(item.fields.parentContact?.phone).toBe('13800000000');
    expect(audits('read-kept')).toHaveLength(1);
    expect(audits('reveal-contact')).toHaveLength(1);
  });

  it('keeps two looks of the same moment apart', async () => {
    await hireColleague();
    const { id } = await registerKept();
    await Promise.all([decision(TEACHER, id), decision(COLLEAGUE, id)]);
    dataOf(await world.call(ADMIN, 'teacher', 'revealContact', { transferId: id }));
    expect(audits('reveal-contact').map(({ actor }) => actor.accountId)).toEqual([TEACHER, COLLEAGUE, ADMIN]);
  });

  it('shows nothing when the trace cannot be written', async () => {
    const { id } = await registerKept();
    const insert = jest.spyOn(world.store, 'insertMissing').mockRejectedValue(new Error('disk'));
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const replies = [
      await decision(TEACHER, id),
      await world.call(TEACHER, 'teacher', 'revealContact', { transferId: id }),
    ];
    for (const spy of [insert, told]) spy.mockRestore();
    expect(replies.map(errorOf)).toEqual(['INTERNAL', 'INTERNAL']);
  });

  it('needs no trace where nothing is guarded', async () => {
    const { version } = await choose(world, CLASSMATE, 'army', 'direct');
    const { transfer } = dataOf(
      await world.call(CLASSMATE, 'graduate', 'submit', { version, fields: {}, screenshots: [] }),
    );
    const before = world.store.all('audits').length;
    dataOf(await decision(TEACHER, transfer.id));
    expect(world.store.all('audits')).toHaveLength(before);
  });

  it('is refused to another college, and leaves no trace of its own', async () => {
    const { id: transferId } = await registerKept();
    const before = world.store.all('audits').length;
    expect(errorOf(await decision(OTHER_TEACHER, transferId))).toBe('NOT_FOUND');
    expect(errorOf(await world.call(OTHER_TEACHER, 'teacher', 'revealContact', { transferId }))).toBe(
      'NOT_FOUND',
    );
    const memberId = world.store.all('members').find(({ name }) => name === '林小雨')?._id ?? '';
    expect(errorOf(await world.call(OTHER_TEACHER, 'teacher', 'person', { memberId }))).toBe('NOT_FOUND');
    expect(world.store.all('audits')).toHaveLength(before);
  });

  it('never gives a contact with the person’s page', async () => {
    await registerKept();
    const memberId = world.store.all('members').find(({ name }) => name === '林小雨')?._id ?? '';
    const { person } = dataOf(await world.call(TEACHER, 'teacher', 'person', { memberId }));
    expect(person.transfer?.hasContact).toBe(true);
    expect(JSON.stringify(person)).not.toContain('13800000000');
    expect(audits('reveal-contact')).toEqual([]);
  });
});

describe('a case nothing will come of', () => {
  const waiting = async () =>
    dataOf(await world.call(TEACHER, 'teacher', 'queue', {})).items.map(({ kind }) => kind);

  it('is ended with a reason: it leaves the queue, and nobody is asked for it any more', async () => {
    const { version } = await submitEmployed(world, GRADUATE);
    dataOf(
      await world.call(GRADUATE, 'graduate', 'report', { version, outcome: 'refused', reason: '选错了' }),
    );
    expect(await waiting()).toEqual(['refusal']);
    const [refused] = world.store.all('transfers');
    const closed = await decide(
      TEACHER,
      { id: refused?._id ?? '', version: refused?.version ?? 0 },
      'close',
      '一直联系不上',
    );
    expect(dataOf(closed).state).toBe('withdrawn');
    expect(await waiting()).toEqual([]);
    const [transfer] = world.store.all('transfers');
    expect(transfer).toMatchObject({ waitsFor: 'nobody', reason: '一直联系不上' });
    expect(transfer?.timeline.at(-1)).toMatchObject({ step: 'close', note: '一直联系不上' });
    expect(audits('close')).toHaveLength(1);
  });

  it('is told to the graduate, with the reason', async () => {
    const transfer = await submitEmployed(world, GRADUATE);
    dataOf(await decide(TEACHER, transfer, 'close', '你已经转到别的学校'));
    const { notices } = dataOf(await world.call(GRADUATE, 'account', 'messages', {}));
    expect(notices[0]).toMatchObject({ kind: 'case-closed', title: '学院结束了你这次办理' });
    expect(notices[0]?.text).toContain('原因：你已经转到别的学校。');
  });

  it('can be begun anew by whom it is about', async () => {
    const transfer = await submitEmployed(world, GRADUATE);
    const { version } = dataOf(await decide(TEACHER, transfer, 'close', '不是我们学院的人'));
    const again = await choose(world, GRADUATE, 'employed', 'direct', version);
    expect(again).toMatchObject({ state: 'draft', waitsFor: 'graduate' });
  });

  it('needs a reason, and is not ended once the school has let it go', async () => {
    const transfer = await submitEmployed(world, GRADUATE);
    expect(errorOf(await decide(TEACHER, transfer, 'close'))).toBe('REASON_REQUIRED');
    const { version } = dataOf(await decide(TEACHER, transfer, 'approve'));
    expect(errorOf(await decide(TEACHER, { ...transfer, version }, 'close', '不办了'))).toBe(
      'TRANSFER_ILLEGAL_STEP',
    );
  });
});
