import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';
import { toHomeView } from '../../../../miniprogram/pages/home/view';
import { toTrackView } from '../../../../miniprogram/pages/track/view';
import { NOW, at, homeResponse, newcomer, transferIn } from '../../support/home-responses';

const graduate = { role: 'graduate', name: '林晚' } as const;

const inState = (state: TransferState, change = {}, now = NOW) =>
  toTrackView(homeResponse({ transfer: transferIn(state, change), now }), now, {});

describe('the progress page', () => {
  it.each([
    // state, asks what 智慧团建 shows, withdraw, copy again, a flow
    ['planned', false, false, false, false],
    ['draft', false, false, false, false],
    ['submitted', true, true, true, false],
    ['returned', false, false, false, false],
    ['approved', true, false, true, false],
    ['refused', false, false, false, true],
    ['timedOut', false, false, false, true],
    ['lapsed', false, false, false, false],
    ['accepted', false, false, false, false],
    ['registered', false, true, false, false],
    ['recorded', false, false, false, false],
    ['withdrawn', false, false, false, false],
    ['completed', false, false, false, false],
  ] as const)('offers in state %s what the lifecycle allows', (state, question, withdraw, tell, flow) => {
    const view = inState(state);
    const choices = view.choices.map(({ id }) => id);
    const [canWithdraw, canTell] = [choices.includes('withdraw'), choices.includes('tell')];
    expect([view.question !== null, canWithdraw, canTell, view.flow !== null]).toEqual([
      question,
      withdraw,
      tell,
      flow,
    ]);
  });

  it.each([
    ['before a day is over', 'college', [], '06-11 09:59', undefined],
    ['a day later', 'college', [], '06-11 10:00', ['请老师先批', '等得够久了，发一条提醒，一天一次']],
    ['a day later', 'secretary', [], '06-11 10:00', ['请团支书先批', '等得够久了，发一条提醒，一天一次']],
    [
      'once they asked',
      'college',
      ['06-11 12:00'],
      '06-11 13:00',
      ['请老师先批', '6月11日 12:00 提醒过了，6月12日可以再请一次', true],
    ],
  ] as const)('offers to ask for the approval %s of the %s', (_, waitsFor, asked, now, row) => {
    const entry = (step: 'submit' | 'hurry', time: string) =>
      ({ step, at: at(time), attempt: 1, by: graduate }) as const;
    const timeline = [entry('submit', '06-10 10:00'), ...asked.map((time) => entry('hurry', time))];
    const { choices } = inState('submitted', { waitsFor, attempt: 1, timeline }, at(now));
    const choice = choices.find(({ id }) => id === 'hurry');
    expect(choice && [choice.title, choice.text, ...(choice.rests ? [true] : [])]).toEqual(row);
  });

  it.each([
    ['withdraw', graduate, '这次申请已撤回'],
    ['close', { role: 'teacher', name: '周岚' }, '学院结束了这次办理'],
  ] as const)('says who ended it by “%s”', (step, by, headline) => {
    const ended = { step, by, at: at('06-11 10:00'), attempt: 1 };
    expect(inState('withdrawn', { timeline: [ended] }).card.headline).toBe(headline);
  });

  it('says how much of the history cannot be shown, and whom to tell', () => {
    const hidden = (timelineHidden?: number) =>
      inState('approved', timelineHidden === undefined ? {} : { timelineHidden }).hidden;
    expect(hidden(2)).toBe('还有 2 条经过暂时打不开，别的不受影响。请告诉学院老师。');
    expect(hidden()).toBe('');
  });

  it.each(TRANSFER_STATES)('shows a number or a headline in state %s, and a history', (state) => {
    const view = inState(state);
    expect(view.card.number || view.card.headline).not.toBe('');
    expect(view.history.length).toBeGreaterThan(4);
    expect(new Set(view.history.map(({ key }) => key)).size).toBe(view.history.length);
  });

  it('says that a receiver is waited for also where no clock of theirs runs', () => {
    expect(inState('approved', { deadlineAt: null }).card.headline).toBe('等对方接收');
  });

  it.each([
    ['06-12 09:41', 'brand'],
    ['06-15 09:41', 'soon'],
    ['06-18 09:41', 'soon'],
    ['06-18 10:21', 'stop'],
    ['06-20 09:41', 'stop'],
  ])('turns its tone with the days left: %s is %s', (now, tone) => {
    expect(inState('approved', {}, at(now)).card.tone).toBe(tone);
  });

  it('promises what happens by itself only once the receiver has it', () => {
    const linesIn = (state: TransferState) => inState(state, {}, at('06-12 09:41')).card.lines.join();
    expect(linesIn('approved')).toContain('没处理会自动转入');
    expect(linesIn('submitted')).toContain('学校批了才到对方');
    expect(linesIn('submitted')).not.toContain('自动');
  });

  it('is not red where only the school is late', () => {
    const late = homeResponse({ transfer: transferIn('submitted', { waitsFor: 'college' }) });
    const after = (late.transfer?.deadlineAt ?? 0) + 1;
    expect(toTrackView(late, after, null).card).toMatchObject({
      tone: 'soon',
      note: expect.stringContaining('学院还没批'),
    });
    expect(toHomeView(late, after).hero).toMatchObject({
      tone: 'soon',
      note: expect.stringContaining('学院还没批'),
    });
  });

  it('waits for the higher organisation where no receiver has a clock', () => {
    const { history, card } = inState('approved', { wayId: 'confidential', deadlineAt: null });
    expect(history[0]?.title).toBe('等上级团组织办理');
    expect(card.headline).toBe('等上级团组织办理');
  });

  it('tells the newest first, with what is awaited on top', () => {
    const titles = inState('approved').history.map(({ title }) => title);
    expect(titles).toEqual([
      '等对方接收',
      '提醒已送到你的微信',
      '周岚老师批准转出',
      '你提交了申请',
      '在系统里发起',
      '选好去向：已确定工作单位',
    ]);
  });

  it('keeps the reason of a return in sight', () => {
    expect(inState('returned', { reason: '截图看不清' }).reason).toEqual({
      title: '学院退回的原因',
      text: '截图看不清',
      action: '去修改',
    });
    expect(inState('returned').reason?.text).toBe('没有写原因，请问周岚老师');
  });

  it.each([
    ['graduate', false, '6月12日 08:50，你在智慧团建上看到。关系还在学校，没有丢。'],
    ['secretary', true, '6月12日 08:50，团支书许嘉宁在智慧团建的列表里看到。关系还在学校，没有丢。'],
  ] as const)('says who saw a refusal, and where: the %s', (role, seenOnSystem, text) => {
    const seen = {
      at: at('06-12 08:50'),
      step: 'report-refused',
      by: { role, name: '许嘉宁' },
      attempt: 1,
      seenOnSystem,
    } as const;
    const { refusal } = inState('refused', { reason: '组织选错了', timeline: [seen] });
    expect(refusal).toEqual({ title: '对方退回了这次申请', text, reason: '原因：组织选错了' });
  });

  it('says that a refusal has no reason, and names none', () => {
    const { refusal, attempts } = inState('refused', { reason: '没写原因', attempt: 1 });
    expect(refusal?.reason).toBe('没写原因');
    expect(attempts.map(({ reason }) => reason)).not.toContain('原因：没写原因');
  });

  it('shows every attempt with its own way, organisation and end, newest first', () => {
    const past = {
      attempt: 1,
      wayId: 'employed',
      routeId: 'direct',
      organisation: '云栖软件园综合团支部',
      initiatedAt: at('06-03 20:30'),
      endedAs: 'refused',
      reason: '组织选错了',
    } as const;
    const again = {
      attempt: 2,
      wayId: 'no-organisation',
      routeId: 'current-residence',
      past: [past],
      timeline: [
        { at: at('06-01 09:00'), step: 'choose-way', by: graduate, attempt: 0, wayId: 'employed' },
        { at: at('06-12 09:00'), step: 'choose-way', by: graduate, attempt: 1, wayId: 'no-organisation' },
      ],
    } as const;
    const { attempts, history } = inState('submitted', again);
    expect(attempts).toMatchObject([
      { title: '第 2 次', way: '工作还没定，或单位没有团组织，转到居住地', state: 'submitted', reason: '' },
      {
        title: '第 1 次',
        text: '云栖软件园综合团支部',
        way: '已确定工作单位',
        state: 'refused',
        reason: '原因：组织选错了',
      },
    ]);
    expect(history.map(({ title }) => title).filter((title) => title.startsWith('选好去向'))).toEqual([
      '选好去向：工作还没定，或单位没有团组织',
      '选好去向：已确定工作单位',
    ]);
    expect(attempts.map(({ tag }) => tag)).toEqual(['等学院审批', '对方退回']);
    const inSecret = { ...again, past: [{ ...past, wayId: 'confidential' }] } as const;
    expect(inState('submitted', inSecret).attempts[1]?.tag).toBe('被退回');
    expect(inState('draft', { ...again, attempt: 1 }).attempts).toHaveLength(1);
    expect(inState('submitted').attempts).toEqual([]);
  });

  it.each([
    ['draft', '继续填写', 'form'],
    ['withdrawn', '重新选去向', 'wayPicker'],
  ] as const)('leads on from %s', (state, action, page) => {
    expect(inState(state).next).toMatchObject({ action, page });
  });

  it.each([
    ['registered', ['done', 'current', 'later', 'later']],
    ['recorded', ['done', 'done', 'current', 'later']],
  ] as const)('says what the college does and what stays to be done: %s', (state, marks) => {
    const { college } = inState(state, { wayId: 'study-abroad', routeId: 'keep' });
    expect(college?.steps.map(({ mark }) => mark)).toEqual(marks);
    expect(inState(state).college).toBeNull();
  });

  it('asks on a time-out with the proposal of the rulebook, and follows the answer', () => {
    const response = homeResponse({ transfer: transferIn('timedOut'), now: at('06-20 10:00') });
    const first = toTrackView(response, response.now, {}).flow;
    expect(first?.title).toBe('智慧团建现在显示什么？');
    expect(first?.text).toContain('团关系应该已经自动转入你申请的组织');
    const next = toTrackView(response, response.now, { shows: 'returned' }).flow;
    expect(next?.action?.do).toBe('report-returned');
    expect(next?.canGoBack).toBe(true);
  });

  it.each([
    ['对方不知道我是谁', '先让对方认识你'],
    ['别的原因', '对方为什么退回？'],
  ])('opens the coach at the reported reason: %s', (reason, title) => {
    const response = homeResponse({ transfer: transferIn('refused', { reason }) });
    expect(toTrackView(response, NOW, null).flow?.title).toBe(title);
    expect(toTrackView(response, NOW, {}).flow?.title).toBe('对方为什么退回？');
  });

  it('leads to the page of the 《团员证》 once the receiver has accepted', () => {
    expect(inState('accepted').next?.page).toBe('card');
    expect(inState('approved').next).toBeNull();
  });

  it.each([
    [null, '去登录'],
    [at('05-28 20:00'), '去选去向'],
  ])('says what to do while there is nothing to track', (loginConfirmedAt, action) => {
    expect(toTrackView(newcomer({ loginConfirmedAt }), NOW, {}).empty?.action).toBe(action);
  });

  it('sends whoever is over age to the page about it, not to a way', () => {
    const { member } = newcomer();
    const view = toTrackView(newcomer({ member: { ...member, overAge: true } }), NOW, {});
    expect(view.empty).toMatchObject({ title: '你不用转团关系', page: 'overAge' });
  });

  it.each([
    ['return', '周岚老师退回了申请'],
    ['reopen', '周岚老师重新打开了申请'],
  ] as const)('marks bad news in the history: %s', (step, title) => {
    const by = { role: 'teacher', name: '周岚' } as const;
    const timeline = [{ at: at('06-05 10:00'), step, by, attempt: 1, note: '看不清' }];
    const { history } = inState('returned', { timeline });
    expect(history[0]).toMatchObject({ mark: 'bad', title, note: '看不清' });
  });
});
