import { AUDIT_ACTIONS } from '../../../../../miniprogram/domain/people/audit';
import { RESET_STATES } from '../../../../../miniprogram/domain/transfer/reset-states';
import { TRANSFER_STEPS } from '../../../../../miniprogram/domain/transfer/steps';
import { toSections, toText, type MyData } from '../../../../../miniprogram/packages/graduate/my-data/view';

const NOW = Date.UTC(2026, 5, 12, 2);

const attempt = {
  attempt: 2,
  wayId: 'study-abroad',
  routeId: 'keep',
  fields: { parentContact: { name: '林建国', phone: '13800000000' } },
  screenshots: 1,
  initiatedAt: null,
  reason: null,
} as const;

const DATA: MyData = {
  member: {
    studentNumber: '222201002',
    name: '林晚',
    collegeName: '信息工程学院',
    branchName: '通信2201团支部',
    birthMonth: '2004-03',
    graduationMonth: '2026-06',
    hasLeaguePost: false,
    isSecretary: false,
    loginConfirmedAt: NOW,
  },
  account: { createdAt: NOW, roles: [], credits: { progress: 1, deadline: 0, code: 0, task: 0 } },
  transfers: [
    {
      ...attempt,
      seasonId: '2026',
      rulebookId: 'usst-2020',
      state: 'registered',
      receiverPhone: '021-58956789',
      waitsFor: 'college',
      draft: {},
      deadlineAt: null,
      timeline: [{ at: NOW, step: 'register', by: { role: 'graduate', name: '林晚' }, attempt: 2 }],
      past: [
        { ...attempt, attempt: 1, wayId: 'employed', routeId: 'direct', fields: {}, endedAs: 'withdrawn' },
      ],
    },
  ],
  resetRequests: [
    { state: 'solved', note: '忘了密码', handlerName: '许嘉宁', requestedAt: NOW, issuedAt: NOW },
  ],
  overAge: { reportedAt: null, recordedAt: null },
  notices: [{ at: NOW, title: '学院已登记', text: '后面由学院办', read: true }],
  audits: [{ at: NOW, action: 'reveal-contact', role: 'teacher' }],
  now: NOW,
};

describe('what is stored about a person', () => {
  it('says what of it is kept but cannot be shown, on the screen and in the file', () => {
    const transfers = DATA.transfers.map((one) => ({
      ...one,
      contactUnreadable: true as const,
      timelineHidden: 2,
    }));
    for (const text of [toText({ ...DATA, transfers }), JSON.stringify(toSections({ ...DATA, transfers }))]) {
      expect(text).toContain('父母的联系方式还存着，但是打不开');
      expect(text).toContain('还有 2 条经过暂时打不开');
    }
    expect(toText(DATA)).not.toContain('打不开');
  });

  it('is shown by who brought it here', () => {
    expect(toSections(DATA).map(({ title, from }) => [title, from])).toEqual([
      ['名单上的你', '学院导入'],
      ['2026 届的转接', '你填写'],
      ['其他', '使用中产生'],
    ]);
  });

  it('is whole in the file: own secrets, older attempts, messages, who looked', () => {
    const text = toText(DATA);
    for (const words of [
      '林建国 13800000000',
      '第 1 次',
      '已撤回',
      '忘了密码',
      '后面由学院办',
      '学院老师',
      '2004年3月',
    ])
      expect(text).toContain(words);
  });

  it('tells the start in 智慧团建 from the handing in here', () => {
    const fields = { initiatedAt: NOW };
    const transfers = DATA.transfers.map((one) => ({ ...one, fields, initiatedAt: NOW }));
    expect(toText({ ...DATA, transfers })).toContain('发起时间');
    expect(toText({ ...DATA, transfers })).not.toContain('提交时间');
  });

  it('says who looked, and what became of a request, in words', () => {
    const text = toText(DATA);
    expect(text).toContain('学院老师  看了家长联系方式');
    expect(text).toContain('许嘉宁  登录成功');
    expect(text).toContain('林晚  报给了学院');
  });

  it('says what others wrote about a request, and when what became of it', () => {
    const [request] = DATA.resetRequests;
    if (!request) throw new Error('nothing to vary');
    const HOUR = 3_600_000;
    const told = {
      ...request,
      escalatedAt: NOW + HOUR,
      escalationReason: '列表里找不到',
      issuedAt: NOW + 2 * HOUR,
      revealedAt: NOW + 3 * HOUR,
      expiresAt: NOW + 4 * HOUR,
      closedReason: '已经当面办好',
    };
    const data = { ...DATA, resetRequests: [told] };
    expect(toText(data)).toContain(
      [
        '忘了密码',
        '2026年6月12日 11:00 到了老师那里',
        '2026年6月12日 12:00 发出验证码',
        '2026年6月12日 13:00 看了验证码',
        '2026年6月12日 14:00 验证码到期',
        '转给老师的原因：列表里找不到',
        '结束的原因：已经当面办好',
      ].join('  '),
    );
    expect(toSections(data)[2]?.rows).toEqual(
      expect.arrayContaining([
        { label: '转给老师的原因', value: '列表里找不到' },
        { label: '结束的原因', value: '已经当面办好' },
      ]),
    );
  });

  it('holds no raw code of any action, step or request', () => {
    const [request] = DATA.resetRequests;
    const [transfer] = DATA.transfers;
    if (!request || !transfer) throw new Error('nothing to vary');
    const text = toText({
      ...DATA,
      transfers: [
        {
          ...transfer,
          timeline: TRANSFER_STEPS.map((step) => ({
            at: NOW,
            step,
            by: { role: 'graduate', name: '林晚' },
            attempt: 1,
          })),
        },
      ],
      audits: AUDIT_ACTIONS.map((action) => ({ at: NOW, action, role: 'teacher' })),
      resetRequests: RESET_STATES.map((state) => ({ ...request, state })),
    });
    expect(text).not.toMatch(/[a-z]{3}/);
  });
});
