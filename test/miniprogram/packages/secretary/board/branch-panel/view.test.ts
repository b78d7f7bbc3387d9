import type { TransferState } from '../../../../../../miniprogram/domain/transfer/states';
import { TRANSFER_STATES } from '../../../../../../miniprogram/domain/transfer/states';
import { stepOfPerson } from '../../../../../../miniprogram/domain/people/people-step';
import { waitsForOf } from '../../../../../../miniprogram/domain/transfer/waits-for';
import type { BranchBoard } from '../../../../../../miniprogram/packages/secretary/board/branch-panel/members';
import {
  toBranchView,
  type Search,
} from '../../../../../../miniprogram/packages/secretary/board/branch-panel/view';
import {
  chaseText,
  groupText,
  invitationText,
  nudgeAllQuestion,
  nudgedWords,
} from '../../../../../../miniprogram/packages/secretary/board/branch-panel/words';

const DAY = 86_400_000;
/** 10:00 in China on 12 June 2026. */
const NOW = Date.UTC(2026, 5, 12, 2, 0);
const SAID = { now: NOW, system: '智慧团建' };
const EVERYBODY: Search = { step: 'all', text: '' };

type Member = BranchBoard['members'][number];
const member = (name: string, state: TransferState | null, rest: Partial<Member> = {}): Member => ({
  id: name,
  name,
  self: false,
  bound: true,
  state,
  shown: state ?? 'none',
  turn: state === null ? 'graduate' : waitsForOf({ state, pending: ['college'], paper: 'graduate' }),
  deadlineAt: null,
  step: stepOfPerson({ bound: rest.bound ?? true, loginConfirmed: true, state }),
  reachable: true,
  codeFrom: null,
  nudge: 'nothing-to-do',
  ...rest,
});
const boardOf = (members: Member[]): BranchBoard => ({
  branch: { id: 'b', name: '通信2201团支部', inviteCode: 'QX7K2M' },
  members,
  counts: {
    members: members.length,
    bySteps: Object.fromEntries(members.map(({ step }) => [step, 1])),
    unbound: 0,
    unreachable: 0,
    waitingForCode: 0,
    nudgeable: members.filter(({ nudge }) => nudge === 'nudged').length,
  },
  season: { rulebookId: 'usst-2020', deadlineAt: Date.UTC(2026, 5, 30, 15, 59) },
  now: NOW,
});
const view = (members: Member[], search = EVERYBODY) =>
  toBranchView(boardOf(members), { soonDays: 3, search, now: NOW });
const names = (rows: readonly { readonly name: string }[] | null) => rows?.map(({ name }) => name);

describe('the branch by step', () => {
  it('puts whom WeChat does not reach on top and whoever arrived at the end', () => {
    const { out, open, finished } = view([
      member('到了', 'accepted', { reachable: false }),
      member('没来', null, { bound: false, reachable: false }),
      member('没次数', 'draft', { reachable: false }),
      member('等码', null, { reachable: false, codeFrom: 'secretary' }),
      member('在填', 'draft'),
    ]);
    expect(out.map(({ name, line }) => [name, line])).toEqual([
      ['没来', '还没进过小程序'],
      ['没次数', '提醒次数用完了'],
    ]);
    expect(names(open)).toEqual(['等码', '在填']);
    expect(names(finished)).toEqual(['到了']);
  });

  it('says of somebody who never came what waits, once it has been recorded for them', () => {
    const { open } = view([
      member('替记', 'submitted', { bound: false, deadlineAt: NOW + 9 * DAY }),
      member('到时候', 'planned', { bound: false }),
    ]);
    expect(open.map(({ name, line }) => [name, line])).toEqual([
      ['替记', '没进过小程序，等学院审批'],
      ['到时候', '没进过小程序，到时候再办'],
    ]);
  });

  it('sorts by urgency, who waits for the secretary early, and then by the nearest deadline', () => {
    const { open, waiting } = view([
      member('没开始', null),
      member('晚', 'approved', { deadlineAt: NOW + 9 * DAY }),
      member('早', 'submitted', { deadlineAt: NOW + 2 * DAY }),
      member('学院退回', 'returned'),
      member('等码', null, { codeFrom: 'secretary' }),
      member('对方退回', 'refused'),
    ]);
    expect(names(open)).toEqual(['对方退回', '等码', '学院退回', '早', '晚', '没开始']);
    expect(waiting).toBe(1);
  });

  it.each([
    ['approved', 6, '6', '天', ''],
    ['approved', 3, '3', '天', 'soon'],
    ['submitted', 0, '', '今天截止', 'soon'],
    ['timedOut', -2, '', '2 天前到期', 'stop'],
    ['refused', 5, '', '', ''],
  ] as const)('a member who is %s with %s days left reads “%s%s”', (state, days, figure, unit, tone) => {
    const [row] = view([member('林晚', state, { deadlineAt: NOW + days * DAY })]).open;
    expect(row).toMatchObject({ figure, unit, tone });
  });

  it.each([
    ['提醒', 'nudge', false, { nudge: 'nudged' }],
    ['提醒', 'nudge', false, { nudge: 'nudged', reachable: false }],
    ['站内提醒', 'nudge', false, { nudge: 'no-credit' }],
    ['今天催过', 'nudge', true, { nudge: 'today' }],
    ['填验证码', 'code', false, { codeFrom: 'secretary', nudge: 'waiting-code' }],
    ['复制催办', 'chase', false, { reachable: false, nudge: 'no-credit' }],
    ['复制邀请', 'invite', false, { bound: false, reachable: false, nudge: 'not-bound' }],
    ['', '', false, { nudge: 'nothing-to-do' }],
    ['', '', false, { codeFrom: 'teacher', nudge: 'waiting-code' }],
    ['', '', false, { self: true, reachable: false, nudge: 'nothing-to-do' }],
  ] as const)('offers “%s” and nothing else', (label, action, spent, rest) => {
    const { out, open } = view([member('林晚', null, rest)]);
    expect([...out, ...open]).toMatchObject([{ label, action, spent }]);
  });

  it.each([
    ['chase', 'draft', { deadlineAt: null }],
    ['chase', 'approved', { deadlineAt: NOW + DAY }],
    ['', 'approved', { deadlineAt: null }],
    ['', 'submitted', { deadlineAt: NOW + DAY }],
    ['', 'submitted', { deadlineAt: NOW - DAY }],
    ['', 'registered', {}],
    ['', 'planned', {}],
    ['', null, { turn: 'nobody' }],
    ['', null, { turn: 'nobody', bound: false }],
  ] as const)('offers %j for a member out of reach who is %s, %j', (action, state, rest) => {
    const { out, open } = view([member('林晚', state, { reachable: false, ...rest })]);
    expect([...out, ...open].map((row) => row.action)).toEqual([action]);
    expect(out).toHaveLength(action === '' ? 0 : 1);
  });

  it.each([
    ['第 5 步，等学院审批', 'college', DAY],
    ['第 5 步，等你审批', 'secretary', DAY],
    ['第 5 步，学院还没批，不是本人的问题', 'college', -DAY],
    ['第 5 步，你还没批，不是本人的问题', 'secretary', -DAY],
  ] as const)('says “%s” of what lies with the %s', (line, turn, ahead) => {
    const shown = turn === 'secretary' ? 'with-secretary' : 'submitted';
    const handedIn = member('林晚', 'submitted', { turn, shown, deadlineAt: NOW + ahead });
    expect(view([handedIn]).open[0]?.line).toBe(line);
  });

  it('does not ask the secretary to approve her own', () => {
    const own = member('周敏', 'submitted', { self: true, turn: 'secretary', shown: 'with-secretary' });
    expect(view([own]).open[0]?.line).toBe('第 5 步，等团支书审批');
  });

  it('has a line for every state and shows everybody once', () => {
    const { open, finished, total, done, left } = view(TRANSFER_STATES.map((state) => member(state, state)));
    expect([...open, ...finished].every(({ line }) => line.length > 0)).toBe(true);
    expect(open.length + finished.length).toBe(total);
    expect(done + left).toBe(total);
  });

  it('counts as started from the choice of a way to the arrival, as “怎么算的” says', () => {
    const idle = [member('a', null), member('b', 'withdrawn'), member('c', null, { turn: 'nobody' })];
    const doing = (['draft', 'submitted', 'approved', 'returned', 'timedOut'] as const).map((state) =>
      member(state, state),
    );
    const done = (['accepted', 'recorded', 'completed'] as const).map((state) => member(state, state));
    expect(view([...idle, ...doing, ...done])).toMatchObject({ idle: 3, doing: 5, done: 3 });
  });

  it('finds people by a part of the name and by the step they stand at, together', () => {
    const people = [member('林晚', 'draft'), member('林早', 'approved'), member('何牧', 'draft')];
    expect(view(people).found).toBeNull();
    expect(names(view(people, { step: 'all', text: '林' }).found)).toEqual(['林早', '林晚']);
    expect(names(view(people, { step: 'all', text: '\u200b林 ' }).found)).toEqual(['林早', '林晚']);
    expect(view(people, { step: 'all', text: '\u200b' }).found).toBeNull();
    expect(names(view(people, { step: 'fill', text: '林' }).found)).toEqual(['林晚']);
    expect(view(people, { step: 'card', text: '' }).found).toEqual([]);
  });

  it('stands with an empty roster', () => {
    expect(view([]).bar).toEqual({ done: 0, doing: 0, idle: 0 });
  });
});

describe('the words a secretary sends', () => {
  it('name the invite code', () => {
    expect(invitationText('通信2201团支部', 'QX7K2M')).toContain('QX7K2M');
  });

  it('name everybody who is missing and the season’s deadline, and nobody who is done', () => {
    const text = groupText(
      boardOf([member('林晚', 'draft'), member('何牧', null), member('方元', 'completed')]),
    );
    expect(text).toContain('还有 2 位同学的团关系要自己办下一步：林晚、何牧。');
    expect(text).toContain('学院 6月30日截止');
    expect(text).not.toContain('方元');
  });

  it('name no more people in that question than can be read without scrolling', () => {
    const names = [...'甲乙丙丁戊己庚辛壬'];
    const board = boardOf(names.map((name) => member(name, 'draft', { nudge: 'nudged' })));
    expect(nudgeAllQuestion(board).text).toContain('甲、乙、丙、丁、戊、己、庚、辛等 9 人。');
  });

  it('name nobody who waits for somebody else, for a later day, or for nothing', () => {
    const waiting = (['submitted', 'approved', 'registered', 'planned', 'recorded'] as const).map((state) =>
      member(state, state),
    );
    const freed = member('超龄', null, { turn: 'nobody' });
    waiting.push(member('等码', null, { codeFrom: 'secretary' }));
    expect(groupText(boardOf([...waiting, freed]))).toBe('');
    expect(groupText(boardOf([...waiting, freed, member('林晚', 'lapsed')]))).toContain(
      '还有 1 位同学的团关系要自己办下一步：林晚。',
    );
  });

  it('ask for the receiver’s answer, not for more of the graduate’s, where only that is missing', () => {
    const text = chaseText(
      { name: '韩溪', state: 'approved', deadlineAt: NOW + 2 * DAY, turn: 'receiver' },
      SAID,
    );
    expect(text).toContain('韩溪，你的团关系在等对方接收，离截止还有 2 天（6月14日）。');
    expect(text).not.toContain('下一步怎么办');
  });

  it('are none when everybody is done', () => {
    expect(groupText(boardOf([member('方元', 'completed')]))).toBe('');
  });

  it.each([
    [6 * DAY, '离截止还有 6 天（6月18日）'],
    [0, '离截止只剩今天（6月12日）'],
    [-DAY, '还没办完'],
    [null, '还没办完'],
  ] as const)('tell one person about the deadline in %s ms', (ahead, words) => {
    const deadlineAt = ahead === null ? null : NOW + ahead;
    expect(chaseText({ name: '韩溪', state: 'draft', deadlineAt, turn: 'graduate' }, SAID)).toContain(words);
  });

  it.each([
    ['timedOut', 'graduate'],
    ['approved', 'receiver'],
  ] as const)('send whoever’s clock ran out this morning to the system, in state %s', (state, turn) => {
    const text = chaseText({ name: '韩溪', state, deadlineAt: NOW - 1, turn }, SAID);
    expect(text).toContain('韩溪，对方接收你团关系的期限过了。登录智慧团建看一眼转到了没有');
    expect(text).not.toContain('截止');
  });

  it('say before nudging all who hears it on WeChat and who does not', () => {
    const { title, text } = nudgeAllQuestion(
      boardOf([
        member('林晚', 'draft', { nudge: 'nudged' }),
        member('韩溪', 'draft', { nudge: 'no-credit' }),
        member('方元', 'completed'),
      ]),
    );
    expect(title).toBe('提醒 1 人？');
    expect(text).toContain('微信会提醒林晚');
    expect(text).toContain('韩溪的微信次数用完了');
    expect(text).not.toContain('方元');
  });

  it.each([
    [[{ memberId: 'a', name: '林晚', outcome: 'nudged' }], 1, '林晚，微信已提醒'],
    [[{ memberId: 'a', name: '林晚', outcome: 'today' }], 0, '林晚，今天已经提醒过'],
    [
      [
        { memberId: 'a', name: '林晚', outcome: 'nudged' },
        { memberId: 'b', name: '何牧', outcome: 'today' },
      ],
      1,
      '提醒了 1 人',
    ],
    [[], 0, '今天都提醒过了'],
  ] as const)('say what a nudge came to', (results, nudged, words) => {
    expect(nudgedWords({ results: [...results], nudged, now: NOW })).toBe(words);
  });
});

describe('what the secretary does one after another', () => {
  it('lists whom to approve, but never the own', () => {
    const waiting = { shown: 'with-secretary', turn: 'secretary' } as const;
    const { approvals } = view([
      member('自己', 'submitted', { ...waiting, self: true }),
      member('甲', 'submitted', waiting),
      member('乙', 'submitted', { turn: 'college' }),
    ]);
    expect(approvals).toEqual(['甲']);
  });

  it('lists who never came and still has something to do', () => {
    const { absent } = view([
      member('没来', null, { bound: false }),
      member('超龄', null, { bound: false, turn: 'nobody' }),
      member('来了', null),
    ]);
    expect(absent).toEqual(['没来']);
  });

  it('tells people of one name apart by their numbers', () => {
    const { open } = view([
      member('张伟', 'draft', { id: '1', studentNumber: '2210320101' }),
      member('张伟', 'draft', { id: '2', studentNumber: '2210320102', self: true }),
    ]);
    expect(names(open)).toEqual(['张伟 2210320101', '张伟 2210320102（你）']);
  });
});
