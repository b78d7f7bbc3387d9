/** Whatever one person can repeat and another hears of has an end on every day. */
import { contract, type Request } from '../../miniprogram/contract';
import type { ActionSpec } from '../../miniprogram/contract/define';
import { DAY_MS } from '../../miniprogram/domain/calendar/china-time';
import { PER_DAY } from '../../cloudfunctions/_shared/kernel/policy';
import {
  employedSubmission,
  giveCredits,
  GRADUATE,
  openUniversity,
  REGION,
  SECRETARY,
  TEACHER,
  type University,
} from './support/people';
import { LIMITED, type LimitName } from './support/limited';
import { dataOf, errorOf, type World } from './support/world';

const ROUNDS = 30;

let world: World;
let university: University;
/** The same picture each time. */
let submission: Awaited<ReturnType<typeof employedSubmission>> | undefined;
beforeEach(async () => {
  submission = undefined;
  ({ world, university } = await openUniversity());
  await giveCredits(world, TEACHER, 50);
  await giveCredits(world, SECRETARY, 50);
});

const stateOf = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer;
const versionOf = async () => (await stateOf())?.version ?? null;
const choose = async (wayId: Request<'graduate', 'chooseWay'>['wayId'] = 'employed') =>
  world.call(GRADUATE, 'graduate', 'chooseWay', { wayId, routeId: 'direct', version: await versionOf() });
const submit = async () => {
  submission ??= await employedSubmission(world, GRADUATE, 0);
  const version = (await versionOf()) ?? 0;
  return world.call(GRADUATE, 'graduate', 'submit', { ...submission, version });
};
const withdraw = async () =>
  world.call(GRADUATE, 'graduate', 'withdraw', { version: (await versionOf()) ?? 0 });
const reportRefused = async () =>
  world.call(GRADUATE, 'graduate', 'report', {
    version: (await versionOf()) ?? 0,
    outcome: 'refused',
    reason: '不收',
  });
/** Messages that have gone to somebody, of their scarce credits. */
const sentTo = (openid: string) => world.sent.filter((message) => message.openid === openid).length;
const inboxOf = (openid: string, kind: string) =>
  world.store.all('notices').filter((notice) => notice.accountId === openid && notice.kind === kind);

/** Rounds of the same; the timer sends what is due after each. Resolves to the failures met. */
const rounds = async (round: () => Promise<unknown>): Promise<void> => {
  for (let done = 0; done < ROUNDS; done += 1) {
    await round();
    world.world.now += 60_000;
    await world.tick();
  }
};

it('handing in and withdrawing all day spends one credit of the teacher', async () => {
  const outcomes = new Set<string>();
  await rounds(async () => {
    await choose();
    outcomes.add(errorOf(await submit()));
    await world.tick();
    await withdraw();
  });
  expect(sentTo(TEACHER)).toBe(1);
  expect(inboxOf(TEACHER, 'approval-waiting')).toHaveLength(1);
  expect([...outcomes]).toContain('DAILY_LIMIT');
  const submissions = world.store.all('audits').filter(({ action }) => action === 'submit');
  expect(submissions).toHaveLength(PER_DAY.steps.submit);
});

it('a limit says how often, loses nothing that was typed, and is over the next day', async () => {
  await rounds(async () => {
    await choose();
    await submit();
    await world.tick();
    await withdraw();
  });
  await choose();
  dataOf(
    await world.call(GRADUATE, 'graduate', 'saveDraft', {
      draft: { organisation: '共青团上海示例科技有限公司支部委员会' },
      screenshots: [],
    }),
  );
  expect(await submit()).toMatchObject({
    error: { code: 'DAILY_LIMIT', detail: { most: PER_DAY.steps.submit } },
  });
  expect((await stateOf())?.draft.organisation).toBe('共青团上海示例科技有限公司支部委员会');
  world.world.now += DAY_MS;
  dataOf(await submit());
  await world.tick();
  expect(sentTo(TEACHER)).toBe(2);
});

it('what was handed in again stands in the inbox once, unread, as it is now', async () => {
  await choose();
  await submit();
  await world.tick();
  const [first] = inboxOf(TEACHER, 'approval-waiting');
  const { notices } = dataOf(await world.call(TEACHER, 'account', 'messages', {}));
  dataOf(await world.call(TEACHER, 'account', 'markRead', { ids: notices.map(({ id }) => id) }));
  world.world.now += 60_000;
  await withdraw();
  await choose();
  await submit();
  // The timer's next turn.
  await world.tick();
  const folded = inboxOf(TEACHER, 'approval-waiting');
  expect(folded).toMatchObject([{ _id: first?._id, readAt: null, dueAt: world.world.now, status: 'sent' }]);
});

it('what was taken back before anybody heard of it is still told once', async () => {
  await choose();
  await submit();
  await withdraw();
  await choose();
  await submit();
  await world.tick();
  expect(sentTo(TEACHER)).toBe(1);
});

it('reporting a refusal and handing in again all day is bounded and folded', async () => {
  await choose();
  await rounds(async () => {
    await submit();
    await world.tick();
    await reportRefused();
  });
  expect(inboxOf(TEACHER, 'refusal-waiting')).toHaveLength(1);
  expect(sentTo(TEACHER)).toBe(2);
});

it('going back and forth between ways has an end, and the last one stays', async () => {
  const outcomes: string[] = [];
  await rounds(async () => {
    outcomes.push(errorOf(await choose('employed')), errorOf(await choose('army')));
  });
  expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(PER_DAY.steps['choose-way']);
  expect(new Set(outcomes)).toEqual(new Set(['none', 'DAILY_LIMIT']));
  expect((await stateOf())?.wayId).toBe('army');
});

it('registering and withdrawing is bounded like handing in', async () => {
  const register = async () => {
    await choose('army');
    const fields = { registeredResidence: REGION };
    return world.call(GRADUATE, 'graduate', 'submit', {
      version: (await versionOf()) ?? 0,
      fields,
      screenshots: [],
    });
  };
  await rounds(async () => {
    await register();
    await withdraw();
  });
  expect(inboxOf(TEACHER, 'registration-waiting').length).toBeLessThanOrEqual(1);
  expect(sentTo(TEACHER)).toBeLessThanOrEqual(1);
});

it('asking for codes that do not work has an end', async () => {
  const outcomes: string[] = [];
  await rounds(async () => {
    const asked = await world.call(GRADUATE, 'graduate', 'requestResetCode', { note: '收不到短信' });
    outcomes.push(errorOf(asked));
    if (!asked.ok) return;
    const requestId = asked.data.resetRequest.id;
    dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '483920' }));
    dataOf(await world.call(GRADUATE, 'graduate', 'revealResetCode', { requestId }));
    dataOf(await world.call(GRADUATE, 'graduate', 'reportResetResult', { requestId, worked: false }));
  });
  expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(PER_DAY.resetRequests);
  expect(outcomes.at(-1)).toBe('DAILY_LIMIT');
  expect(inboxOf(SECRETARY, 'code-requested')).toHaveLength(PER_DAY.resetRequests);
  world.world.now += DAY_MS;
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}))).toBe('none');
});

it('deleting one’s data and coming back does not begin the counts anew for ever', async () => {
  const signIn = () =>
    world.call(GRADUATE, 'account', 'signIn', {
      studentNumber: 'S002',
      name: '林小雨',
      inviteCode: university.codes['光电2302团支部'] ?? '',
    });
  const outcomes = new Set<string>();
  await rounds(async () => {
    outcomes.add(errorOf(await signIn()));
    await choose().catch(() => undefined);
    await submit().catch(() => undefined);
    await world.tick();
    submission = undefined;
    await world.call(GRADUATE, 'graduate', 'deleteMyData', {});
  });
  expect(sentTo(TEACHER)).toBeLessThanOrEqual(PER_DAY.signIns);
  expect([...outcomes]).toContain('DAILY_LIMIT');
  world.world.now += DAY_MS;
  expect(errorOf(await signIn())).toBe('none');
});

it('a secretary nudges nobody twice a day and changes the invite code only so often', async () => {
  const outcomes: string[] = [];
  await rounds(async () => {
    dataOf(await world.call(SECRETARY, 'secretary', 'nudge', { all: true }));
    outcomes.push(errorOf(await world.call(SECRETARY, 'secretary', 'rotateInvite', {})));
  });
  expect(inboxOf(GRADUATE, 'nudged')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(PER_DAY.inviteCodes);
  expect(outcomes.at(-1)).toBe('DAILY_LIMIT');
});

it('asks WeChat for only so many images, and gives the code without one', async () => {
  world.world.drawsImages = false;
  await rounds(async () => {
    const reply = dataOf(await world.call(SECRETARY, 'secretary', 'inviteImage', {}));
    expect(reply.inviteCode).toBe(university.codes['光电2302团支部']);
  });
  expect(world.world.drawn).toHaveLength(PER_DAY.inviteImages);
});

const askFolder = () => world.call(GRADUATE, 'graduate', 'uploadFolder', {});

it('gives a phone only so many folders, however many it asks for at once', async () => {
  const asked: Awaited<ReturnType<typeof askFolder>>[] = [];
  for (let done = 0; done < ROUNDS; done += 1) {
    asked.push(...(await Promise.all([askFolder(), askFolder()])));
  }
  const given = asked.filter(({ ok }) => ok).length;
  expect(given).toBeLessThanOrEqual(PER_DAY.uploadFolders);
  expect(new Set(asked.map(errorOf))).toContain('DAILY_LIMIT');
  expect(world.store.all('uploads')).toHaveLength(given);
});

it('has only so many texts of one person checked a day', async () => {
  const asked: string[] = [];
  const { textCheck } = world.ports;
  const check = jest.spyOn(textCheck, 'check');
  for (let time = 0; time < PER_DAY.textChecks + 10; time += 1) {
    asked.push(errorOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', { note: '急' })));
  }
  expect(check).toHaveBeenCalledTimes(PER_DAY.textChecks);
  expect(asked.at(-1)).toBe('DAILY_LIMIT');
});

it('counts the texts of a submission that was not taken, and of none that was', async () => {
  const { version } = dataOf(await choose()).transfer;
  const submission = await employedSubmission(world, GRADUATE, version);
  const handIn = () => world.call(GRADUATE, 'graduate', 'submit', submission);
  const counted = () =>
    world.store.all('members').find(({ accountId }) => accountId === GRADUATE)?.textChecks?.count ?? 0;

  world.world.verdict = 'risky';
  expect(errorOf(await handIn())).toBe('TEXT_REJECTED');
  expect(counted()).toBe(1);

  world.world.verdict = 'fine';
  dataOf(await handIn());
  expect(counted()).toBe(1);

  // The same once more is answered as it is: WeChat has been asked for nothing.
  dataOf(await handIn());
  expect(counted()).toBe(2);
});

type Way = Request<'graduate', 'chooseWay'>['wayId'];
let nextWay: Way = 'army';
const changeWay = async () => {
  nextWay = nextWay === 'army' ? 'employed' : 'army';
  return (await choose(nextWay)).ok;
};
const askForCodeInVain = async () => {
  const asked = await world.call(GRADUATE, 'graduate', 'requestResetCode', {});
  if (!asked.ok) return false;
  const requestId = asked.data.resetRequest.id;
  dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '483920' }));
  dataOf(await world.call(GRADUATE, 'graduate', 'revealResetCode', { requestId }));
  return (await world.call(GRADUATE, 'graduate', 'reportResetResult', { requestId, worked: false })).ok;
};
const comeBack = async () => {
  await world.call(GRADUATE, 'graduate', 'deleteMyData', {});
  const inviteCode = university.codes['光电2302团支部'] ?? '';
  return (
    await world.call(GRADUATE, 'account', 'signIn', { studentNumber: 'S002', name: '林小雨', inviteCode })
  ).ok;
};
const haveTextChecked = async () =>
  errorOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', { note: '急' })) !== 'DAILY_LIMIT';
const drawImage = async () => {
  world.world.drawsImages = false;
  const before = world.world.drawn.length;
  dataOf(await world.call(SECRETARY, 'secretary', 'inviteImage', {}));
  return world.world.drawn.length > before;
};
const nudge = async () => {
  const before = inboxOf(GRADUATE, 'nudged').length;
  dataOf(await world.call(SECRETARY, 'secretary', 'nudge', { all: true }));
  return inboxOf(GRADUATE, 'nudged').length > before;
};
const rotate = async () => (await world.call(SECRETARY, 'secretary', 'rotateInvite', {})).ok;

/** How often a day, and one try; it resolves to whether it got through. */
const TRIES: Readonly<Record<LimitName, readonly [most: number, attempt: () => Promise<boolean>]>> = {
  steps: [PER_DAY.steps['choose-way'], changeWay],
  resetRequests: [PER_DAY.resetRequests, askForCodeInVain],
  signIns: [PER_DAY.signIns, comeBack],
  uploadFolders: [PER_DAY.uploadFolders, async () => (await askFolder()).ok],
  inviteCodes: [PER_DAY.inviteCodes, rotate],
  inviteImages: [PER_DAY.inviteImages, drawImage],
  textChecks: [PER_DAY.textChecks, haveTextChecked],
  once: [1, nudge],
};

it.each(Object.keys(TRIES) as LimitName[])('lets the limit “%s” be met, and no more', async (name) => {
  const [most, attempt] = TRIES[name];
  // What the college was founded with counts for the day before.
  world.world.now += DAY_MS;
  const passed: boolean[] = [];
  for (let time = 0; time <= most; time += 1) {
    passed.push(await attempt());
    world.world.now += 1000;
  }
  expect(passed).toEqual([...Array<boolean>(most).fill(true), false]);
});

/** Limits that leave out what is too much and refuse nothing. */
const SILENT: readonly LimitName[] = ['inviteImages', 'once'];
const lines = Object.entries(LIMITED).flatMap(([name, actions]) =>
  Object.entries(actions).map(([action, line]) => [name, action, line] as const),
);
const specs: Readonly<Record<string, Readonly<Record<string, ActionSpec>>>> = contract;

it.each(lines)(
  '%s.%s says in its contract whether it is refused when done too often',
  (name, action, line) => {
    const isRefused = typeof line !== 'string' && !line.some((limit) => SILENT.includes(limit));
    expect(specs[name]?.[action]?.errors.includes('DAILY_LIMIT')).toBe(isRefused);
  },
);
