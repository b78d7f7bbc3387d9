import type { Role } from '../../../../../miniprogram/domain/rules/roles';
import { answer } from '../../../support/fake-wx';
import { mount, phone, type Mounted } from '../../../support/mount';

let wechat: ReturnType<typeof phone>;
let page: Mounted;
const held = (role: Role) => ({ roles: [{ role, scopeId: 's', scopeName: '通信2201团支部' }] });

const signsIn = async (query: Record<string, string>, role: Role): Promise<void> => {
  await page.does('onLoad', query);
  wechat.cloud.callFunction.mockImplementation(() => answer(held(role)));
  Object.assign(page.data, {
    form: { studentNumber: '2022010101', name: '林晚', code: 'QX7K2M' },
    agreed: true,
  });
  await page.does('onSignInTap');
};

beforeEach(() => {
  wechat = phone();
  Object.assign(wechat, { requirePrivacyAuthorize: ({ success }: { success(): void }) => success() });
  wechat.cloud.callFunction.mockImplementation(() =>
    answer({ account: null, leftBehind: false, season: { rulebookId: 'beijing-2024' } }),
  );
  page = mount(() => jest.requireActual('../../../../../miniprogram/packages/start/sign-in/sign-in'));
});

it.each([
  ['a graduate begins at home', {}, 'graduate', '/pages/home/home'],
  ['a teacher begins at the desk', {}, 'teacher', '/packages/teacher/desk/desk'],
  ['a teacher is not led back to a way', { then: 'back' }, 'teacher', '/packages/teacher/desk/desk'],
] as const)('%s', async (_, query, role, url) => {
  await signsIn(query, role);
  expect(wechat.reLaunch).toHaveBeenCalledWith(expect.objectContaining({ url }));
  expect(wechat.navigateBack).not.toHaveBeenCalled();
});

it('a graduate who was reading a way goes on reading', async () => {
  await signsIn({ then: 'back' }, 'graduate');
  expect(wechat.navigateBack).toHaveBeenCalledTimes(1);
  expect(wechat.reLaunch).not.toHaveBeenCalled();
});

it('says that no password of the school’s own system is asked for, whatever it is called', async () => {
  await page.does('onLoad', {});
  expect(page.data['system']).toBe('北京共青团');
});
