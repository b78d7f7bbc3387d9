import { toOverAgeView, type OverAgeReply } from '../../../../../miniprogram/packages/graduate/over-age/view';

const NOW = Date.UTC(2026, 5, 12, 2);

const reply = (part: Partial<OverAgeReply> = {}): OverAgeReply => ({
  birthMonth: '1998-05',
  graduationMonth: '2026-06',
  hasLeaguePost: false,
  ageLimit: 28,
  name: '林晚',
  branchName: '通信2201团支部',
  teacherName: '周岚老师',
  report: { reportedAt: null, recordedAt: null },
  now: NOW,
  ...part,
});

describe('the short form of who has reached the age limit', () => {
  it.each([
    ['the roster knows it', {}, '', 'tell', true],
    ['the month is missing', { birthMonth: null }, '', 'ask', false],
    ['the chosen month reaches it', { birthMonth: null }, '1998-06', 'ask', true],
    ['the chosen month does not', { birthMonth: null }, '1998-07', 'ask', false],
    ['a post keeps the membership', { hasLeaguePost: true }, '', 'post', false],
    ['the roster says younger', { birthMonth: '2003-01' }, '', 'differs', false],
    ['the college knows', { report: { reportedAt: NOW, recordedAt: null } }, '', 'told', false],
    ['the college has recorded it', { report: { reportedAt: null, recordedAt: NOW } }, '', 'told', false],
  ] as const)('when %s', (_when, part, chosen, mode, canTell) => {
    expect(toOverAgeView(reply(part), chosen)).toMatchObject({ mode, canTell });
  });

  it('says that a younger person transfers as everybody does', () => {
    expect(toOverAgeView(reply({ birthMonth: null }), '2003-01').remark).toContain('团关系照样要转');
  });

  it('gives words to send wherever the roster is in the way', () => {
    expect(toOverAgeView(reply({ hasLeaguePost: true }), '').letter).toContain('已经卸任');
    expect(toOverAgeView(reply({ birthMonth: '2003-01' }), '').letter).toContain('2003年1月');
  });

  it('calls nobody 老师老师', () => {
    expect(toOverAgeView(reply({ hasLeaguePost: true }), '').whom).toBe('周岚老师');
  });

  it('passes on how the college has dealt with it', () => {
    const hints = (more: object) =>
      toOverAgeView(reply({ report: { reportedAt: NOW, recordedAt: NOW, ...more } }), '').steps.map(
        ({ hint }) => hint,
      );
    expect(hints({ reason: '出生年月写错了，没有超龄' })[1]).toBe('学院说：出生年月写错了，没有超龄');
    expect(hints({})[1]).toBe('');
  });

  it('shows who acts next', () => {
    const told = toOverAgeView(reply({ report: { reportedAt: NOW, recordedAt: null } }), '');
    expect(told.steps.map(({ mark, side }) => [mark, side])).toEqual([
      ['done', '6月12日'],
      ['current', ''],
      ['later', ''],
    ]);
  });
});
