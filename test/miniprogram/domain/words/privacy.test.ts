import { FIELD_IDS, rowOf } from '../../../../miniprogram/domain/rules/fields/catalogue';
import { privacyItems } from '../../../../miniprogram/domain/words/privacy';

const PATH = '../../../../miniprogram/domain';

describe('what the privacy guide names', () => {
  it.each(FIELD_IDS)('%s, with why and how long', (id) => {
    const { label, purpose } = rowOf(id);
    expect(privacyItems(48).find(({ what }) => what === label)).toMatchObject({
      why: purpose,
      kept: expect.stringContaining('删除') as string,
    });
  });

  it('a code to reset a password, by the hours it is kept', () => {
    const code = privacyItems(36).find(({ what }) => what.includes('验证码'));
    expect(code).toEqual({
      what: '重置密码验证码（团支书或老师代填）',
      why: expect.stringContaining('重置') as string,
      kept: '加密保存，本人看过一次或 36 小时后清除',
    });
  });

  it('everything once, with a reason', () => {
    const items = privacyItems(48);
    expect(new Set(items.map(({ what }) => what)).size).toBe(items.length);
    for (const { what, why, kept } of items)
      for (const text of [what, why, kept]) expect(text).toMatch(/.{3,}/);
  });

  it('a sealed field as sealed', () => {
    const sealed = FIELD_IDS.filter((id) => rowOf(id).stored === 'sealed').map((id) => rowOf(id).label);
    const items = privacyItems(48).filter(({ what }) => sealed.includes(what));
    expect(items.map(({ kept }) => kept.startsWith('加密保存'))).toEqual(sealed.map(() => true));
  });

  it('a field that is new in the catalogue', async () => {
    await jest.isolateModulesAsync(async () => {
      jest.doMock(`${PATH}/rules/fields/rows`, () => {
        const real = jest.requireActual<{ FIELDS: { parentContact: object } }>(`${PATH}/rules/fields/rows`);
        const formerName = { ...real.FIELDS.parentContact, label: '曾用名', purpose: '核对改过名字的同学' };
        return { FIELDS: { ...real.FIELDS, formerName } };
      });
      const words = await import('../../../../miniprogram/domain/words/privacy');
      expect(words.privacyItems(48)).toContainEqual(
        expect.objectContaining({ what: '曾用名', why: '核对改过名字的同学' }),
      );
    });
  });
});
