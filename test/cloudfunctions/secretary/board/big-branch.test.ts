/** A branch of more than a hundred, two secretaries at once, and people from elsewhere. */
import { timelineOf } from '../../../../cloudfunctions/_shared/store/records/timeline';
import { settle, memberOf, type Place } from '../../support/crowd';
import {
  ADMIN,
  choose,
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, errorOf, START, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const board = async (openid = SECRETARY) => dataOf(await world.call(openid, 'secretary', 'branchBoard', {}));
const nudgeAll = (openid = SECRETARY) => world.call(openid, 'secretary', 'nudge', { all: true });
const nudgesStored = () => world.store.all('notices').filter(({ kind }) => kind === 'nudged');
const nudgesAudited = () => world.store.all('audits').filter(({ action }) => action === 'nudge');

const CROWD = 120;
/** More people of the secretary's branch who have signed in, or have not. */
const crowd = async (count: number, isBound: boolean): Promise<void> => {
  const { collegeId, branchId, branchName } = memberNamed(world, '周敏');
  const place: Place = { collegeId, branchId, branchName };
  const more = Array.from({ length: count }, (_, index) =>
    memberOf(place, `C${index}`, isBound ? { accountId: `o-c-${index}`, loginConfirmedAt: START } : {}),
  );
  await settle(
    world,
    more.map((member) => ({ member })),
  );
};

/** A second secretary of the same branch, as a college may appoint. */
const appoint = async (name: string): Promise<void> => {
  dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId: memberNamed(world, name)._id }));
};

describe('a branch of more than a hundred', () => {
  it('is shown whole, and asks the store no more often than a small one', async () => {
    const reads = [
      jest.spyOn(world.store, 'find'),
      jest.spyOn(world.store, 'getMany'),
      jest.spyOn(world.store, 'get'),
    ];
    const countReads = async (): Promise<number> => {
      for (const read of reads) read.mockClear();
      await board();
      return reads.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    };
    const small = await countReads();
    await crowd(CROWD, true);
    expect(await countReads()).toBe(small);
    expect((await board()).members).toHaveLength(CROWD + 3);
  });

  it('is nudged by one tap, everybody once, each written down', async () => {
    await crowd(CROWD, true);
    const { nudged, results } = dataOf(await nudgeAll());
    // The classmates as well; not the secretary.
    expect(nudged).toBe(CROWD + 2);
    expect(results).toHaveLength(CROWD + 2);
    expect(new Set(nudgesStored().map(({ aboutId }) => aboutId)).size).toBe(CROWD + 2);
    expect(nudgesAudited()).toHaveLength(CROWD + 2);
    expect(dataOf(await nudgeAll()).nudged).toBe(0);
    expect(nudgesStored()).toHaveLength(CROWD + 2);
  });

  it('tells only those who have come, and says of the others that they have not', async () => {
    await crowd(CROWD, false);
    const { results } = dataOf(await nudgeAll());
    expect(results.filter(({ outcome }) => outcome === 'not-bound')).toHaveLength(CROWD);
    const classmates = ['林小雨', '陈晨'].map((name) => memberNamed(world, name)._id);
    expect(
      nudgesStored()
        .map(({ aboutId }) => aboutId)
        .sort(),
    ).toEqual(classmates.sort());
  });
});

describe('two secretaries of one branch', () => {
  it('who nudge all at the same moment send one message to each person', async () => {
    await appoint('林小雨');
    await crowd(45, true);
    const taps = await Promise.all([nudgeAll(SECRETARY), nudgeAll(GRADUATE)]);
    const sent = taps.flatMap((tap) => dataOf(tap).results).filter(({ outcome }) => outcome === 'no-credit');
    // 45, the third classmate, and each secretary by the other one.
    expect(sent).toHaveLength(48);
    expect(new Set(sent.map(({ memberId }) => memberId)).size).toBe(48);
    expect(nudgesStored()).toHaveLength(48);
    expect(nudgesAudited()).toHaveLength(48);
  });

  it('who confirm the same status at once make one step of it', async () => {
    await appoint('陈晨');
    const { version } = await submitEmployed(world, GRADUATE);
    const payload = { memberId: memberNamed(world, '林小雨')._id, version, outcome: 'accepted' } as const;
    const taps = await Promise.all(
      [SECRETARY, 'oClassmate'].map((openid) => world.call(openid, 'secretary', 'confirmStatus', payload)),
    );
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1);
    const steps = world.store.all('transfers').flatMap(timelineOf);
    expect(steps.filter(({ step }) => step === 'report-accepted')).toHaveLength(1);
  });

  it('who change the invite code at once leave one code that works', async () => {
    await appoint('林小雨');
    const taps = await Promise.all(
      [SECRETARY, GRADUATE].map((openid) => world.call(openid, 'secretary', 'rotateInvite', {})),
    );
    const codes = taps.map((tap) => dataOf(tap).inviteCode);
    const { inviteCode } = (await board()).branch;
    expect(codes).toContain(inviteCode);
    expect(world.store.all('audits').filter(({ action }) => action === 'rotate-invite')).toHaveLength(2);
    await importRoster(world, TEACHER, university.collegeId, [person('S050', '郑一')]);
    const comes = (code: string) =>
      world.call('oNew', 'account', 'signIn', { studentNumber: 'S050', name: '郑一', inviteCode: code });
    for (const lost of codes.filter((code) => code !== inviteCode))
      expect(errorOf(await comes(lost))).toBe('CREDENTIALS_WRONG');
    expect((await comes(inviteCode)).ok).toBe(true);
  });

  it('who answer one request for a code at once give one code', async () => {
    await appoint('陈晨');
    const { resetRequest } = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    const requestId = resetRequest.id;
    const taps = await Promise.all([
      world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '111111' }),
      world.call('oClassmate', 'secretary', 'issueResetCode', { requestId, code: '222222' }),
    ]);
    expect(taps.map(errorOf).sort()).toEqual(['RESET_ILLEGAL_STEP', 'none']);
    const given = taps[0]?.ok ? '111111' : '222222';
    expect(dataOf(await world.call(GRADUATE, 'graduate', 'revealResetCode', { requestId })).code).toBe(given);
  });
});

describe('a secretary of another college', () => {
  const FOREIGN = 'oForeignSecretary';
  beforeEach(async () => {
    const rows = [person('M001', '钱多', { branchName: '会计2301团支部', isSecretary: true })];
    const branches = await importRoster(world, OTHER_TEACHER, university.otherCollegeId, rows);
    const inviteCode = branches[0]?.inviteCode ?? '';
    dataOf(
      await world.call(FOREIGN, 'account', 'signIn', { studentNumber: 'M001', name: '钱多', inviteCode }),
    );
  });

  it('sees, nudges, confirms and answers nobody of this one', async () => {
    const { version } = await submitEmployed(world, GRADUATE);
    const { resetRequest } = dataOf(await world.call('oClassmate', 'graduate', 'requestResetCode', {}));
    const memberId = memberNamed(world, '林小雨')._id;
    const requestId = resetRequest.id;
    const attempts = [
      world.call(FOREIGN, 'secretary', 'person', { memberId }),
      world.call(FOREIGN, 'secretary', 'nudge', { memberIds: [memberId] }),
      world.call(FOREIGN, 'secretary', 'confirmStatus', { memberId, version, outcome: 'accepted' }),
      world.call(FOREIGN, 'secretary', 'issueResetCode', { requestId, code: '123456' }),
      world.call(FOREIGN, 'secretary', 'escalateResetRequest', { requestId, reason: '看不到' }),
    ];
    for (const attempt of attempts) expect(errorOf(await attempt)).toBe('NOT_FOUND');
    expect((await board(FOREIGN)).members.map(({ name }) => name)).toEqual(['钱多']);
    expect(world.store.all('transfers')[0]?.state).toBe('submitted');
    expect(nudgesStored()).toEqual([]);
  });
});

describe('somebody who moves to another branch', () => {
  it('leaves the one board and comes to the other with their transfer', async () => {
    const { version } = await submitEmployed(world, GRADUATE);
    const memberId = memberNamed(world, '林小雨')._id;
    const { branchId } = memberNamed(world, '吴昊');
    dataOf(await world.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId }));
    expect((await board()).members.map(({ name }) => name)).not.toContain('林小雨');
    expect((await board(OTHER_SECRETARY)).members.find(({ id }) => id === memberId)).toMatchObject({
      state: 'submitted',
    });
    const seen = { memberId, version, outcome: 'accepted' } as const;
    expect(errorOf(await world.call(SECRETARY, 'secretary', 'confirmStatus', seen))).toBe('NOT_FOUND');
    const { person: shown } = dataOf(await world.call(OTHER_SECRETARY, 'secretary', 'person', { memberId }));
    const current = { ...seen, version: shown.transfer?.version ?? 0 };
    expect(dataOf(await world.call(OTHER_SECRETARY, 'secretary', 'confirmStatus', current)).state).toBe(
      'accepted',
    );
  });
});

describe('when the season is over and the next one is open', () => {
  it('who had nothing under way begins anew on the board, and what was is not confirmed any more', async () => {
    const submitted = await submitEmployed(world, GRADUATE);
    const taken = await world.call(GRADUATE, 'graduate', 'withdraw', { version: submitted.version });
    const { version } = dataOf(taken).transfer;
    world.world.now += 1;
    const next = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020' };
    dataOf(await world.call(ADMIN, 'teacher', 'openSeason', next));
    const memberId = memberNamed(world, '林小雨')._id;
    expect((await board()).members.find(({ id }) => id === memberId)).toMatchObject({
      state: null,
      step: 'login',
    });
    const seen = { memberId, version, outcome: 'accepted' } as const;
    expect(errorOf(await world.call(SECRETARY, 'secretary', 'confirmStatus', seen))).toBe('NOT_FOUND');
    expect(world.store.all('transfers')[0]?.state).toBe('withdrawn');
    await choose(world, GRADUATE);
    expect((await board()).members.find(({ id }) => id === memberId)).toMatchObject({ state: 'draft' });
  });
});

describe('the reason a request goes to the teacher with', () => {
  it('passes WeChat’s check first; a refused one leaves the request where it was', async () => {
    const { resetRequest } = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    const handed = { requestId: resetRequest.id, reason: '不好的话' };
    world.world.verdict = 'risky';
    expect(errorOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', handed))).toBe(
      'TEXT_REJECTED',
    );
    const queue = dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {}));
    expect(queue.waiting.map(({ id }) => id)).toEqual([resetRequest.id]);
  });
});
