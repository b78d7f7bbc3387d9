import { mount, phone } from '../../support/mount';

const rowFor = async (roles: readonly string[]) => {
  const wechat = phone();
  if (roles.length > 0)
    wechat.setStorageSync(
      'roles',
      roles.map((role) => ({ role, scopeId: 's', scopeName: '' })),
    );
  const row = mount(() => jest.requireActual('../../../../miniprogram/pages/journey/login-row/login-row'));
  await row.does('render');
  return row.data.row;
};

describe('the way to the login help, before the cloud has said how far somebody is', () => {
  it.each([
    ['a visitor', []],
    ['a graduate', ['graduate']],
    ['a secretary, who graduates too', ['graduate', 'secretary']],
  ])('stands there for %s', async (_who, roles) => {
    expect(await rowFor(roles)).toMatchObject({ title: '登录不了智慧团建' });
  });

  it.each(['teacher', 'committee'])('does not for a %s', async (role) => {
    expect(await rowFor([role])).toBeNull();
  });
});
