import { isOfficePhone, sharedPhoneOf } from '../../../../miniprogram/domain/rules/office-phone';
import { maySharePhone } from '../../../../miniprogram/domain/transfer/receiver-phone';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';

it.each([
  ['021-58956789', true],
  ['58956789', true],
  ['０２１－５８９５６７８９', true],
  ['0755 2510 0000-802', true],
  ['400-820-8820', true],
  ['0755 2510 0000-8021', true],
  ['0755 2510 0000-80215', false],
  // Somebody's own.
  ['13800138000', false],
  ['138 0013 8000', false],
  ['+86 138-0013-8000', false],
  ['１３８００１３８０００', false],
  // No telephone: a name beside it, an ID number of old or new length, too short, empty.
  ['王老师 58956789', false],
  ['58956789（王老师）', false],
  ['310115198803041234', false],
  ['310115880304123', false],
  ['12345', false],
  ['', false],
])('%s handed on as an office’s telephone: %s', (typed, isOne) => {
  expect(isOfficePhone(typed)).toBe(isOne);
});

const routes = RULEBOOKS.flatMap(({ id, ways }) =>
  ways.flatMap((way) => way.routes.map((route) => [`${id} ${way.id} ${route.id}`, route] as const)),
);

it.each(routes)('%s: shared once somebody has arrived, and never of a guarded receiver', (_name, route) => {
  const open = TRANSFER_STATES.filter((state) =>
    maySharePhone(route, { state, organisation: '某街道团工委' }),
  );
  expect([...open].sort()).toEqual(route.receiver && !route.guarded ? ['accepted', 'completed'] : []);
  expect(maySharePhone(route, { state: 'accepted', organisation: undefined })).toBe(false);
});

it('is shared by nobody without a way', () => {
  expect(maySharePhone(null, { state: 'accepted', organisation: '某街道团工委' })).toBe(false);
});

it('goes with the organisation it belongs to', () => {
  const receiverPhone = { phone: '021-58956789', organisation: '某街道团工委' };
  const shared = (organisation: string) => sharedPhoneOf({ organisation, receiverPhone });
  expect(shared('某街道 团工委')).toBe('021-58956789');
  expect(shared('另一街道团工委')).toBeNull();
  expect(sharedPhoneOf({ organisation: undefined, receiverPhone })).toBeNull();
  expect(sharedPhoneOf({ organisation: '某街道团工委' })).toBeNull();
});
