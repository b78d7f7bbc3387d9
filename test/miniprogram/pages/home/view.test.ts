import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';
import { toHomeView } from '../../../../miniprogram/pages/home/view';
import type { HomeResponse } from '../../../../miniprogram/services/own-transfer';
import { NOW, at, homeResponse, newcomer, resetIn, transferIn } from '../../support/home-responses';

const inState = (state: TransferState, change = {}, now = NOW) =>
  toHomeView(homeResponse({ transfer: transferIn(state, change), now }), now);

describe('the home page', () => {
  it('names the secretary where the secretary approves first, and as late when the clock ran out there', () => {
    const at = { waitsFor: 'secretary', pending: ['secretary', 'college'] } as const;
    const { hero, action } = inState('submitted', at);
    expect([hero.tag, hero.lead]).toEqual(['等团支书审批', '等团支书审批，离截止还有']);
    expect(action.title).toBe('团支书还没批，可以提醒一下');
    expect(action.primary).toEqual({ id: 'hurry', text: '请团支书先批' });
    const late = inState('submitted', { ...at, deadlineAt: NOW - 86_400_000 }).hero;
    expect(late.note).toBe('是团支书还没批，不是你的问题。问一下团支书，再登录看一眼。');
  });

  it.each([
    // state, tag, big number, unit or headline, primary button, position
    ['draft', '填写中', '18', '天', '继续填写', '第 3 步'],
    ['submitted', '等学院审批', '6', '天', '请老师先批', '第 5 步'],
    ['returned', '学院退回', '18', '天', '去修改', '第 3 步'],
    ['approved', '学院已批准', '6', '天', '复制给对方的话', '第 6 步'],
    ['refused', '对方退回', '18', '天', '修改后再交', '第 6 步'],
    ['accepted', '对方已接收', '', '对方已经接收你', '出示二维码', '第 7 步'],
    ['withdrawn', '已撤回', '18', '天', '重新选', '第 2 步'],
    ['completed', '全部办完', '', '全部办完', '看看经过', '全部办完'],
  ] as const)('in state %s says %s and one next step', (state, tag, number, words, primary, position) => {
    const { hero, action, path } = inState(state);
    expect([hero.tag, hero.number, hero.unit || hero.headline]).toEqual([tag, number, words]);
    expect(action.primary?.text).toBe(primary);
    expect(path?.position).toBe(position);
  });

  it('says that the parents’ contact does not open, and whom to tell', () => {
    expect(inState('draft', { contactUnreadable: true }).unreadable).toBe(
      '父母的联系方式还存着，但是打不开，别的不受影响。请告诉学院老师。',
    );
    expect(inState('draft').unreadable).toBe('');
  });

  it.each(TRANSFER_STATES)('has a title and at most two choices in state %s', (state) => {
    const { action, hero } = inState(state);
    expect(action.title).not.toBe('');
    expect(action.primary).not.toBeNull();
    expect(action.choices.length).toBeLessThanOrEqual(2);
    expect(hero.number || hero.headline).not.toBe('');
  });

  it.each(TRANSFER_STATES)('keeps every button of state %s within twelve characters', (state) => {
    const { action } = inState(state);
    for (const { text } of [...(action.primary ? [action.primary] : []), ...action.choices])
      expect(text.length).toBeLessThanOrEqual(12);
  });

  it('promises nothing of a last day that is over before the school has approved', () => {
    expect(inState('submitted').footer).toContain('到期对方仍没处理');
    expect(inState('submitted', { deadlineAt: NOW - 86_400_000 }).footer).toBe('');
  });

  it('counts the days since a deadline that passed, and asks to look', () => {
    const { hero, action } = inState('timedOut', {}, at('06-20 10:00'));
    expect([hero.number, hero.unit, hero.strip]).toEqual(['2', '天前到期', null]);
    expect(action.why).toContain('团关系应该已经自动转入你申请的组织');
  });

  it.each([
    ['06-17 23:59', '1', '天'],
    ['06-18 00:00', '今天', '截止'],
    ['06-18 10:19', '今天', '截止'],
    ['06-18 10:20', '今天', '已到期'],
    ['06-19 00:00', '1', '天前到期'],
  ])('counts in China calendar days: at %s it says %s %s', (now, number, unit) => {
    expect(inState('approved', {}, at(now)).hero).toMatchObject({ number, unit });
  });

  it('shows one tick for each day of the receiver clock', () => {
    expect(inState('approved').hero.strip).toEqual({
      total: 15,
      left: 6,
      from: '6月3日 发起',
      to: '6月18日 10:20 截止',
    });
  });

  it('says what the rulebook of the season says, not fifteen days', () => {
    const season = { ...homeResponse().season, rulebookId: 'national-2024' };
    const view = toHomeView(newcomer({ season }), NOW);
    expect(view.path?.steps.find(({ title }) => title === '等对方接收')?.hint).toBe('10 天内');
  });

  it('counts to the last day of the own way, where that is another than the season’s', () => {
    const way = { rulebookId: 'national-2022', wayId: 'further-study', routeId: 'direct' };
    const now = Date.UTC(2026, 8, 20, 2);
    const { lead, number } = inState('draft', way, now).hero;
    expect([lead, number]).toEqual(['学院请大家 10月31日前办完，还有', '41']);
  });

  it('keeps a transfer to the rules it was begun under when the season changes its own', () => {
    const season = { ...homeResponse().season, rulebookId: 'national-2024' };
    const footerOf = (transfer: HomeResponse['transfer']) =>
      toHomeView(homeResponse({ season, transfer }), NOW).footer;
    expect(footerOf(transferIn('approved'))).toContain('自动转入');
    expect(
      footerOf(
        transferIn('approved', { rulebookId: 'national-2024', clock: { days: 10, outcome: 'lapsed' } }),
      ),
    ).not.toContain('自动转入');
  });

  it('leads a newcomer to the login and promises not to ask for secrets', () => {
    const view = toHomeView(newcomer(), NOW);
    expect(view.action.primary).toEqual({ id: 'login-help', text: '开始登录' });
    expect(view.remark?.title).toBe('我们不问这两样');
    expect(view.path?.position).toBe('从第 1 步开始');
    expect(view.notice).toBeNull();
  });

  it.each([
    ['waiting', '许嘉宁正在帮你拿验证码', '看看进展'],
    ['escalated', '许嘉宁正在帮你拿验证码', '看看进展'],
    ['issued', '验证码拿到了，去登录智慧团建', '去看验证码'],
    ['revealed', '用验证码设一个新密码', '告诉我们结果'],
    ['expired', '先试着登录一次智慧团建', '开始登录'],
    ['failed', '先试着登录一次智慧团建', '开始登录'],
  ] as const)('follows a reset request that is %s', (state, title, primary) => {
    const { action } = toHomeView(newcomer({ resetRequest: resetIn(state) }), NOW);
    expect([action.title, action.primary?.text]).toEqual([title, primary]);
  });

  it('warns who holds a League post before anything is submitted', () => {
    const member = { ...homeResponse().member, hasLeaguePost: true };
    expect(toHomeView(newcomer({ member }), NOW).remark?.title).toBe('你还担任团内职务');
    expect(toHomeView(homeResponse({ member }), NOW).remark).toBeNull();
  });

  it('shortens the path where the college does the work, and shows no countdown', () => {
    const view = inState('registered', { wayId: 'army', deadlineAt: null, initiatedAt: null });
    expect(view.path?.title).toBe('一共五步');
    expect(view.path?.steps.map(({ title }) => title)).toEqual([
      '登录智慧团建',
      '选好去向',
      '填写情况',
      '报给学院',
      '学院登记',
    ]);
    expect([view.hero.number, view.hero.headline, view.footer]).toEqual(['', '已经报给学院', '']);
  });

  it('never names the receiver of a confidential way and offers nothing to copy', () => {
    const view = inState('approved', { wayId: 'confidential', deadlineAt: null, fields: {} });
    expect(view.action.primary?.id).toBe('track');
    expect(view.path?.steps.map(({ title }) => title)).toContain('等上级团组织办理');
  });

  it('counts the other unread messages beside the newest', () => {
    expect(toHomeView(homeResponse(), NOW).notice?.detail).toBe('6月4日 15:12，还有 1 条未读');
    expect(toHomeView(homeResponse({ unread: 1 }), NOW).notice?.detail).toBe('6月4日 15:12');
  });

  it('offers a reminder at the wait for approval only when none is stored', () => {
    const subscription = { ...homeResponse().subscription, credits: {} };
    const timeline = [
      { at: NOW - 3_600_000, step: 'submit', by: { role: 'graduate', name: '林晚' }, attempt: 1 },
    ] as const;
    const just = transferIn('submitted', { timeline: [...timeline] });
    const view = toHomeView(homeResponse({ transfer: just, subscription }), NOW);
    expect(view.action.primary?.id).toBe('remind');
    expect(toHomeView(homeResponse({ transfer: just }), NOW).action.primary?.id).toBe('track');
    expect(view.reminder).toEqual({ count: 0, hint: '点一下，有变化时微信叫你' });
  });

  it('shows the university’s word, then the college’s, each with its day', () => {
    const announcement = { text: '6月25日起集中办理《团员证》', at: NOW };
    const collegeAnnouncement = { text: '周三下午不办公', at: NOW + 86_400_000 };
    const newsOf = (more: object) => toHomeView(homeResponse(more), NOW).news;
    expect(newsOf({ announcement, collegeAnnouncement })).toEqual([
      { id: 'university', title: '学校通知', text: announcement.text, date: '6月12日', long: false },
      { id: 'college', title: '学院通知', text: collegeAnnouncement.text, date: '6月13日', long: false },
    ]);
    expect(newsOf({ announcement: null, collegeAnnouncement })).toHaveLength(1);
    expect(newsOf({})).toEqual([]);
    expect(newsOf({ announcement: { text: '长'.repeat(61), at: NOW } })).toMatchObject([{ long: true }]);
  });

  it.each([
    [null, null, '把年龄情况告诉学院', '去告诉学院'],
    [1, null, '周岚老师会把你记进名单', '看看进度'],
    [1, 2, '学院已经登记你的年龄情况', '看看经过'],
    [null, 2, '学院已经登记你的年龄情况', '看看经过'],
  ])('over the age limit, told at %s and recorded at %s', (reportedAt, recordedAt, title, primary) => {
    const response = homeResponse({ transfer: null, overAgeReport: { reportedAt, recordedAt } });
    const view = toHomeView({ ...response, member: { ...response.member, overAge: true } }, NOW);
    expect([view.action.title, view.action.primary?.text]).toEqual([title, primary]);
    // No steps to go and nothing to be reminded of.
    expect(view).toMatchObject({ hero: { tag: '不用转' }, path: null, reminder: null });
  });

  it('leads whoever holds a League post to what to do about it', () => {
    const response = homeResponse({ transfer: null });
    const { remark } = toHomeView({ ...response, member: { ...response.member, hasLeaguePost: true } }, NOW);
    expect(remark).toMatchObject({ title: '你还担任团内职务', action: 'pre-flight' });
  });
});
