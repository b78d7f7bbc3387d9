import { toLoginHelpView } from '../../../../../miniprogram/packages/start/login-help/view';
import { NOW, at, newcomer, resetIn } from '../../../support/home-responses';

const INPUT = { answers: {}, code: '', asking: false };
const show = (state: Parameters<typeof resetIn>[0] | null, input = {}, now = NOW) =>
  toLoginHelpView(newcomer({ resetRequest: state && resetIn(state) }), now, { ...INPUT, ...input });

describe('login help', () => {
  it.each([
    [null, 'flow', ''],
    ['waiting', 'waiting', ''],
    ['escalated', 'waiting', ''],
    ['issued', 'code', ''],
    ['revealed', 'code', ''],
    ['expired', 'flow', '上一个验证码已经过期，再要一个就行。'],
    ['failed', 'flow', '上一个验证码没有管用，换个办法再试。'],
    ['solved', 'flow', ''],
  ] as const)('with a request that is %s shows the %s', (state, part, remark) => {
    const view = show(state);
    const shown = (['flow', 'waiting', 'code'] as const).filter((name) => view[name] !== null);
    expect(shown).toEqual([part]);
    expect(view.remark).toBe(remark);
  });

  it('hides the code until it is revealed, then says it leaves with the page', () => {
    expect(show('issued').code).toMatchObject({ code: '', title: '许嘉宁替你拿到了验证码', gone: false });
    expect(show('revealed', { code: '738214' }).code).toMatchObject({
      code: '738214',
      hint: '离开这一页就不再显示，请现在用。',
      gone: false,
    });
    expect(show('revealed').code).toMatchObject({ gone: true, title: '验证码已经显示过了' });
  });

  it.each([
    ['06-12 09:41', '47 小时', 99, false],
    ['06-13 09:40', '24 小时', 50, false],
    ['06-14 08:40', '1 小时', 2, true],
    ['06-14 09:20', '20 分钟', 1, true],
  ])('counts down to the expiry: at %s it still works for %s', (now, left, percentLeft, soon) => {
    expect(show('issued', {}, at(now)).code).toMatchObject({
      left,
      percentLeft,
      soon,
      expires: '6月14日 09:40 失效',
    });
  });

  it('stops offering a code that has run out on the phone before the cloud says so', () => {
    expect(show('issued', {}, at('06-14 09:41')).code).toBeNull();
  });

  it('says when an unanswered request goes to the teacher', () => {
    expect(show('waiting').waiting?.text).toBe('6月13日 08:30 还没有结果，会转给学院老师。');
    const late = show('waiting', {}, at('06-13 08:30')).waiting;
    expect(late).toMatchObject({
      title: '学院老师正在帮你拿',
      text: '团支书还没填上，到时间已经转给学院老师。',
    });
  });

  it.each([
    ['handed-on', '团支书没拿到，已经转给学院老师。'],
    ['asked', '按你说的，直接请了学院老师帮忙。'],
    ['no-secretary', '你们支部现在没有团支书，所以直接请学院老师帮忙。'],
    [undefined, '已经请学院老师帮忙。'],
  ] as const)('says of one that is with the teacher as %s why it is', (escalationCause, text) => {
    const cause = escalationCause ? { escalationCause } : {};
    const resetRequest = resetIn('escalated', { ...cause, escalatesAt: null });
    expect(toLoginHelpView(newcomer({ resetRequest }), NOW, INPUT).waiting?.text).toBe(text);
  });

  it.each(['周岚', '周老师'])('calls the teacher %s once by what they are', (name) => {
    const resetRequest = resetIn('escalated', { handler: { role: 'teacher', name } });
    const { waiting } = toLoginHelpView(newcomer({ resetRequest }), NOW, INPUT);
    expect(waiting?.title).toBe(name === '周岚' ? '周岚老师正在帮你拿' : '周老师正在帮你拿');
  });

  it('lets the person walk through the questions while the request goes on', () => {
    const view = show('waiting', { asking: true, answers: { situation: 'forgot' } });
    expect(view.flow?.action?.do).toBe('request-code');
    expect(view.waiting).toBeNull();
  });

  it('offers the address of 智慧团建 where a step needs it', () => {
    expect(show(null, { answers: { situation: 'know' } }).flow?.website).toContain('zhtj.youth.cn');
    expect(show(null, { answers: { situation: 'forgot' } }).flow?.website).toBe('');
  });
});
