import { CARD_TICK, toCardView } from '../../../../../miniprogram/packages/graduate/card/view';
import type { CardResponse } from '../../../../../miniprogram/asking/card-pass';

/** 10:00 in China. */
const NOW = Date.UTC(2026, 5, 12, 2);
const AT_TEN = { now: NOW, ticked: [], system: '智慧团建' };
const OFFICE = { place: '行政楼 203', hours: '工作日 9:00 到 11:30' };

const card = (part: Partial<CardResponse> = {}): CardResponse => ({
  person: { name: '林晚', studentNumber: '222201002', branchName: '通信2201团支部' },
  college: { name: '信息工程学院', teacherName: '周岚', office: OFFICE },
  pass: { token: 'card1.t.x.y', digits: '48210937', expiresAt: NOW + 600_000 },
  missing: [],
  state: 'accepted',
  screenshots: [{ fileId: 'cloud://a', url: 'https://a' }],
  doneAt: null,
  now: NOW,
  ...part,
});

describe('the 《团员证》 page', () => {
  it('shows the code with digits one can read aloud', () => {
    const { pass, position, wait, done } = toCardView(card(), AT_TEN);
    expect(pass).toMatchObject({ digits: '4821 0937', until: '10:10' });
    expect([position, wait, done]).toEqual(['第 7 步，最后一步', null, null]);
  });

  it('takes a code away that has run out, and leaves the student number', () => {
    const view = toCardView(card(), { now: NOW + 600_000, ticked: [], system: '智慧团建' });
    expect(view.pass).toBeNull();
    expect(view.studentNumber).toBe('222201002');
  });

  it.each([
    [['no-transfer'], null, '去选去向', 'wayPicker'],
    [['no-card'], 'registered', '回首页', 'home'],
    [['not-open'], 'draft', '回首页接着办', 'home'],
    [['not-open'], 'submitted', '看看进度', 'track'],
    [['not-open'], 'approved', '看看进度', 'track'],
    [['not-open'], 'returned', '去看怎么改', 'track'],
    [['not-open', 'screenshot'], 'refused', '去看怎么改', 'track'],
    [['not-open'], 'timedOut', '告诉我们结果', 'track'],
  ] as const)('with %j in state %s leads on: %s', (missing, state, action, to) => {
    const view = toCardView(card({ missing: [...missing], state, pass: null }), {
      now: NOW,
      ticked: [],
      system: '智慧团建',
    });
    expect(view.wait).toMatchObject({ action, to });
    expect(view.position).toBe('');
  });

  const deskStep = (opens: 'submitted' | 'accepted'): NonNullable<CardResponse['offline']> => [
    {
      stepId: 'card',
      label: '《团员证》转出',
      hint: '带截图去学院',
      opens,
      who: 'college',
      atDesk: true,
      needs: [],
      status: 'later',
      at: null,
      by: null,
      number: null,
      receiptAt: null,
    },
  ];

  it.each([
    ['receiver', 'accepted', 'approved', '对方接收以后'],
    ['above', 'accepted', 'approved', '上级团组织办好以后'],
    ['college', 'accepted', 'registered', '学院通知以后'],
    ['receiver', 'accepted', 'refused', '对方接收以后就能来办'],
    ['above', 'accepted', 'refused', '上级团组织办好以后就能来办'],
    ['college', 'submitted', 'returned', '改好再报一次，就能来办'],
    ['receiver', 'submitted', 'refused', '改好再交一次，就能来办'],
    ['receiver', 'submitted', 'lapsed', '在智慧团建重新发起，交上来就能来办'],
    ['above', 'submitted', 'draft', '先把申请交上去'],
    ['college', 'submitted', 'draft', '先把情况报给学院'],
    ['receiver', 'submitted', 'planned', '到时候把申请交上去'],
  ] as const)(
    'where %s ends the way and %s opens the step, says when %s: %s',
    (taker, opens, state, words) => {
      const view = toCardView(
        card({ missing: ['not-open'], state, pass: null, taker, offline: deskStep(opens) }),
        AT_TEN,
      );
      expect(view.wait?.text).toContain(words);
      if (taker !== 'receiver') expect(JSON.stringify(view)).not.toContain('对方');
    },
  );

  it.each([
    ['a screenshot', ['screenshot'], '带上这两样', ['card', 'screenshot']],
    ['nothing else', [], '带上这一样', ['card']],
  ] as const)('lists what the rules ask for at the desk: the card and %s', (_what, needs, title, rows) => {
    const offline = deskStep('submitted').map((step) => ({ ...step, needs: [...needs] }));
    const view = toCardView(card({ offline }), AT_TEN);
    expect([view.checksTitle, view.checks.map(({ id }) => id)]).toEqual([title, rows]);
  });

  it.each([
    ['there is a code to scan', [], true],
    ['the receiver has not accepted yet', ['not-open'], true],
    ['the way has no card step', ['no-card'], false],
    ['the card was stamped', ['done'], false],
  ] as const)('knows whether there is something to bring when %s', (_when, missing, bring) => {
    expect(toCardView(card({ missing: [...missing] }), AT_TEN).bring).toBe(bring);
  });

  it('says when the card was stamped', () => {
    const { done, wait } = toCardView(
      card({ missing: ['done'], state: 'completed', pass: null, doneAt: NOW }),
      AT_TEN,
    );
    expect(done?.text).toBe('6月12日 10:00，学院登记。');
    expect(wait).toBeNull();
  });

  it.each([
    [OFFICE, '行政楼 203', '工作日 9:00 到 11:30'],
    [{ ...OFFICE, hours: null }, '行政楼 203', '去之前问一下周岚老师什么时候在'],
    [null, '信息工程学院团委', '去之前问一下周岚老师：在哪里，什么时候在'],
  ])('says where to go with %j', (office, title, text) => {
    const college = { name: '信息工程学院', teacherName: '周岚', office };
    expect(toCardView(card({ college }), AT_TEN).office).toEqual({
      title,
      text,
    });
  });

  it('remembers the card in the bag and opens the screenshot, if there is one', () => {
    const [bag, shot] = toCardView(card(), { now: NOW, ticked: [CARD_TICK], system: '智慧团建' }).checks;
    expect(bag).toMatchObject({ done: true, opens: false });
    expect(shot).toMatchObject({ done: true, opens: true });
    const [, none] = toCardView(card({ screenshots: [], missing: ['screenshot'] }), {
      now: NOW,
      ticked: [],
      system: '智慧团建',
    }).checks;
    expect(none).toMatchObject({ done: false, opens: false });
  });
});
