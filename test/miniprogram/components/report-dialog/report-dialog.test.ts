import { mount, phone, said, type Mounted } from '../../support/mount';

const ARRIVAL = {
  outcome: 'accepted',
  title: '对方已经接收？',
  text: '团关系已经在那里',
  confirm: '是，已接收',
  presets: [],
};
const REFUSAL = { ...ARRIVAL, outcome: 'refused', title: '为什么退回？', presets: ['没写原因'] };

let dialog: Mounted;
const heard = () => dialog.triggerEvent.mock.calls as unknown[][];

beforeEach(() => {
  phone();
  dialog = mount(() => jest.requireActual('../../../../miniprogram/components/report-dialog/report-dialog'));
  dialog.gets('busy', false);
});

it('asks once more before an arrival is told, and asks for no reason', async () => {
  dialog.gets('question', ARRIVAL);
  expect(dialog.data).toMatchObject({ asking: true, asksReason: false, title: ARRIVAL.title });
  await dialog.does('onYesTap');
  expect(heard()).toEqual([['confirm', { outcome: 'accepted', reason: '' }]]);
});

it('asks for the reason of a refusal, and hands both on', async () => {
  dialog.gets('question', REFUSAL);
  expect(dialog.data).toMatchObject({ asking: false, asksReason: true, presets: ['没写原因'] });
  await dialog.does('onReason', said({ reason: '没写原因' }));
  expect(heard()).toEqual([['confirm', { outcome: 'refused', reason: '没写原因' }]]);
});

it('closes with its words still in it', () => {
  dialog.gets('question', ARRIVAL);
  dialog.gets('question', null);
  expect(dialog.data).toMatchObject({ asking: false, asksReason: false, title: ARRIVAL.title });
});

it('neither sends twice nor closes while a report is on its way', async () => {
  dialog.gets('question', REFUSAL);
  dialog.gets('busy', true);
  await dialog.does('onYesTap');
  await dialog.does('onReason', said({ reason: '没写原因' }));
  await dialog.does('onClose');
  expect(heard()).toEqual([]);
  dialog.gets('busy', false);
  await dialog.does('onClose');
  expect(heard()).toEqual([['close']]);
});

it('sends nothing once the question is gone', async () => {
  dialog.gets('question', null);
  await dialog.does('onYesTap');
  expect(heard()).toEqual([]);
});
