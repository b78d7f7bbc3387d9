import type { HelpPerson } from '../../../../../miniprogram/domain/words/help-people';
import type { WayResultView } from '../../../../../miniprogram/packages/graduate/way-result/view';
import { rulebookOf, wayOf } from '../../../../../miniprogram/rulebooks';
import { rememberRoles } from '../../../../../miniprogram/services/session';
import { answer, refuse } from '../../../support/fake-wx';
import { mount, phone, type Mounted } from '../../../support/mount';
import { homeResponse, NOW, transferIn } from '../../../support/home-responses';

const national = rulebookOf('national-2024')!;

let wechat: ReturnType<typeof phone>;
const calls = () => wechat.cloud.callFunction.mock.calls.map(([{ data }]) => data.action);
const load = () =>
  mount(() => jest.requireActual('../../../../../miniprogram/packages/graduate/way-result/way-result'));
const share = (page: Mounted) => page.answers('onShareAppMessage') as { title: string; path: string };
const PEOPLE = ['团支书许嘉宁', '学院团委周岚老师'];
const viewOf = ({ data }: Mounted) => data.view as WayResultView;
const namesOn = ({ data }: Mounted) => (data.people as HelpPerson[]).map(({ name }) => name);
const queryOf = (path: string) => Object.fromEntries(new URLSearchParams(path.split('?')[1]));

const season = { ...homeResponse().season, rulebookId: 'national-2024' };
type Asked = { data: { action: string } };
const ROLES = [{ role: 'graduate' as const, scopeId: 'b-1', scopeName: '通信2201团支部' }];
const signedIn = ({ data }: Asked) =>
  data.action === 'whoAmI'
    ? answer({ account: { name: '林晚', roles: ROLES }, season, welcome: null, now: NOW })
    : answer(homeResponse({ transfer: null, season }));
const welcome = { school: '江汀大学', offices: [] };
const stranger = ({ data }: Asked) =>
  data.action === 'whoAmI'
    ? answer({ account: null, season, welcome, now: NOW })
    : refuse({ code: 'NOT_SIGNED_IN' });

const opens = async (
  query: object,
  reply: (asked: Asked) => Promise<{ result: unknown }>,
): Promise<Mounted> => {
  wechat.cloud.callFunction.mockImplementation(reply);
  const page = load();
  await page.does('onLoad', query);
  return page;
};

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setImmediate'] });
  wechat = phone();
});
afterEach(() => jest.useRealTimers());

const CHOSEN = { way: 'no-organisation', route: 'registered-residence' };

it('sends a classmate the way and the rules it comes from, and nothing about the person', async () => {
  const { title, path } = share(await opens(CHOSEN, signedIn));
  expect(title).toBe(`团关系这样转：${wayOf(national, 'no-organisation')?.label}`);
  expect(path).toMatch(/^\/packages\/graduate\/way-result\/way-result\?/);
  expect(queryOf(path)).toEqual({ ...CHOSEN, rules: 'national-2024', from: 'classmate' });
  expect(title + path).not.toMatch(/林晚|2201/);
});

it('sends nobody a way that only the college is to know of, and asks only the college', async () => {
  const page = await opens({ way: 'confidential', route: 'direct' }, signedIn);
  expect(viewOf(page).isOpen).toBe(false);
  expect(namesOn(page)).toEqual(['学院团委周岚老师']);
  const { title, path } = share(page);
  expect(title + path).not.toMatch(/保密|confidential|way-result/);
});

it('opens there for who has not signed in, with one call and the sender’s rules', async () => {
  const sent = queryOf(share(await opens(CHOSEN, signedIn)).path);
  wechat = phone();
  const page = await opens(sent, stranger);
  expect(calls()).toEqual(['whoAmI']);
  expect(wechat.reLaunch).not.toHaveBeenCalled();
  expect(page.data).toMatchObject({ shared: true, guest: true, failure: '' });
  expect(viewOf(page).searchNames).toContain('流动团员团支部');
  expect(viewOf(page)).toMatchObject({ warnings: [], blocked: '' });
  expect(page.data.people).toEqual([]);
  await page.does('onSignInTap');
  expect(wechat.navigateTo).toHaveBeenCalledWith(
    expect.objectContaining({ url: '/packages/start/sign-in/sign-in?then=back' }),
  );
  expect(queryOf(share(page).path)).toEqual(sent);
});

it('asks again when a guest comes back signed in, and only then', async () => {
  const page = await opens({ ...CHOSEN, from: 'classmate' }, stranger);
  wechat.cloud.callFunction.mockImplementation(signedIn);
  await page.does('onShow');
  expect(page.data.guest).toBe(true);
  rememberRoles(ROLES);
  await page.does('onShow');
  await page.does('onShow');
  expect(calls()).toEqual(['whoAmI', 'home']);
  expect(page.data).toMatchObject({ shared: true, guest: false, failure: '' });
  expect(namesOn(page)).toEqual(PEOPLE);
});

it('shows whoever has signed in their own rules and people, whatever the sender’s were', async () => {
  const page = await opens({ ...CHOSEN, rules: 'usst-2020', from: 'classmate' }, signedIn);
  expect(page.data).toMatchObject({ shared: true, guest: false });
  expect(viewOf(page).searchNames).not.toContain('学社衔接临时团支部');
  expect(namesOn(page)).toEqual(PEOPLE);
});

it.each([
  ['a way nobody offers', { way: 'moon', from: 'classmate' }],
  ['rules this version does not know', { ...CHOSEN, rules: 'moon-2030', from: 'classmate' }],
])('says so when a guest is sent %s', async (_, query) => {
  const page = await opens(query, stranger);
  expect(page.data).toMatchObject({ view: null, failure: expect.stringContaining('重新选') as string });
});

it('shows a visitor who answered the questions the season’s guide, and takes a no for an answer', async () => {
  const page = await opens(CHOSEN, stranger);
  expect(wechat.reLaunch).not.toHaveBeenCalled();
  expect(page.data).toMatchObject({
    guest: true,
    offersSignIn: true,
    shared: false,
    rulebookId: 'national-2024',
  });
  await page.does('onDeclineTap');
  expect(page.data).toMatchObject({ guest: true, offersSignIn: false });
  expect(viewOf(page).title).not.toBe('');
});

describe('what took classmates in', () => {
  const receivers = [
    { name: '云栖街道团工委', people: 4, verified: true },
    { name: '澄江软件园团总支', people: 1, verified: false },
  ];
  const chosen = (state: 'draft' | 'accepted') => {
    const transfer = transferIn(state, { wayId: CHOSEN.way, routeId: CHOSEN.route });
    return (asked: Asked) => {
      if (asked.data.action === 'receivers') return answer({ receivers });
      return asked.data.action === 'home' ? answer(homeResponse({ transfer, season })) : signedIn(asked);
    };
  };

  it('is offered to copy on the way that is theirs, the ones seen on the list named as such', async () => {
    const { data } = await opens(CHOSEN, chosen('draft'));
    expect(data['offers']).toEqual([
      { name: '云栖街道团工委', note: '4 位同学转到过这里，名单上核对过' },
      { name: '澄江软件园团总支', note: '1 位同学转到过这里' },
    ]);
  });

  it.each([
    ['has not signed in', stranger],
    ['has chosen none', signedIn],
    ['has arrived', chosen('accepted')],
  ])('is not asked for by who %s', async (_, reply) => {
    const { data } = await opens(CHOSEN, reply);
    expect(data['offers']).toEqual([]);
    expect(calls()).not.toContain('receivers');
  });
});
