import type { WayId } from '../../../../../miniprogram/domain/rules/ways';
import type { FormView } from '../../../../../miniprogram/packages/graduate/form/view';
import { answer } from '../../../support/fake-wx';
import { phone, register, said, type Mounted } from '../../../support/mount';
import { homeResponse, NOW, transferIn } from '../../../support/home-responses';

let wechat: ReturnType<typeof phone>;
let open: () => Mounted;
const drafted = (wayId: WayId) => homeResponse({ transfer: transferIn('draft', { wayId, draft: {} }) });
const opens = async (wayId: WayId): Promise<Mounted> => {
  wechat.cloud.callFunction.mockImplementation(() => answer(drafted(wayId)));
  const page = open();
  await page.does('onLoad');
  return page;
};
const reasonOf = ({ data }: Mounted) => (data.view as FormView).reason;
const saved = () =>
  wechat.cloud.callFunction.mock.calls
    .map(([{ data }]) => data)
    .filter(({ action }) => action === 'saveDraft');

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setImmediate'] });
  wechat = phone();
  open = register(() => jest.requireActual('../../../../../miniprogram/packages/graduate/form/form'));
});
afterEach(() => jest.useRealTimers());

it('two forms on the stack share nothing: closing the upper one leaves the lower one as it was', async () => {
  const below = await opens('employed');
  const reason = reasonOf(below);
  const above = await opens('further-study');
  expect(reasonOf(above)).not.toBe(reason);
  await above.does('onUnload');
  wechat.cloud.callFunction.mockImplementation(() => answer({ savedAt: NOW }));
  await below.does('onOrganisationInput', said({ value: '澄江团支部' }));
  expect(reasonOf(below)).toBe(reason);
  await above.does('onHide');
  expect(saved()).toEqual([]);
  await below.does('onHide');
  expect(saved()).toMatchObject([{ payload: { draft: { organisation: '澄江团支部' } } }]);
});
