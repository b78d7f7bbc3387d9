/** What WeChat says about consent corrects the ledger; what it says of others' templates or in another way does not. */
import { pushEntry } from '../../../cloudfunctions/wechat/pushes/entry';
import { giveCredits, GRADUATE, openUniversity } from '../support/people';
import { dataOf, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, GRADUATE, 3);
});

const push = (Event: string, List: unknown, FromUserName = GRADUATE, seconds = 0) =>
  pushEntry({ ports: () => world.ports, source: () => 'wx_unknown' })({
    MsgType: 'event',
    Event,
    FromUserName,
    CreateTime: Math.floor(world.world.now / 1000) + 60 + seconds,
    List,
  });
const ledger = (openid = GRADUATE) => world.store.all('accounts').find(({ _id }) => _id === openid)?.credits;

const changed = (TemplateId: string, SubscribeStatusString: string) => ({
  TemplateId,
  SubscribeStatusString,
});
const sent = (TemplateId: string, ErrorCode: string) => ({ TemplateId, MsgID: '1', ErrorCode });
const FULL = { progress: 3, deadline: 3, code: 3, task: 3 };

it.each<[string, string, unknown, object]>([
  [
    'one message is switched off in the settings',
    'subscribe_msg_change_event',
    changed('tmpl-d', 'reject'),
    { deadline: 0 },
  ],
  [
    'several are',
    'subscribe_msg_change_event',
    [changed('tmpl-d', 'reject'), changed('tmpl-p', 'reject'), changed('tmpl-t', 'accept')],
    { deadline: 0, progress: 0 },
  ],
  ['one is switched on again', 'subscribe_msg_change_event', changed('tmpl-d', 'accept'), {}],
  [
    'a sheet is accepted that no phone booked',
    'subscribe_msg_popup_event',
    changed('tmpl-d', 'accept'),
    { deadline: 4 },
  ],
  ['a sheet is declined', 'subscribe_msg_popup_event', changed('tmpl-d', 'reject'), {}],
  ['a template is none of ours', 'subscribe_msg_change_event', changed('tmpl-other', 'reject'), {}],
  ['a message came', 'subscribe_msg_sent_event', sent('tmpl-d', '0'), {}],
  ['a message got lost on its way', 'subscribe_msg_sent_event', sent('tmpl-d', '-1'), {}],
  [
    'a message was refused by the person',
    'subscribe_msg_sent_event',
    sent('tmpl-d', '43101'),
    { deadline: 0 },
  ],
])('when %s', async (_case, event, list, emptied) => {
  expect(await push(event, list)).toBe('success');
  expect(ledger()).toEqual({ ...FULL, ...emptied });
});

it('takes a repeated push once, and the phone’s booking of the same sheet as the same', async () => {
  const accepted = changed('tmpl-d', 'accept');
  await push('subscribe_msg_popup_event', accepted);
  await push('subscribe_msg_popup_event', accepted);
  const booking = { askId: 'ask-1', accepted: ['deadline'] };
  const reply = dataOf(await world.call(GRADUATE, 'account', 'addCredits', booking as never));
  expect(reply).toMatchObject({ subscription: { credits: { ...FULL, deadline: 4 } } });
  expect(ledger()).toEqual({ ...FULL, deadline: 4 });
});

it('writes nothing about somebody nobody knows', async () => {
  const before = world.store.text();
  expect(await push('subscribe_msg_change_event', changed('tmpl-d', 'reject'), 'oStranger')).toBe('success');
  expect(world.store.text()).toBe(before);
});

it('asks the database nothing about a message that came', async () => {
  const transact = jest.spyOn(world.ports.store, 'transact');
  await push('subscribe_msg_sent_event', [sent('tmpl-d', '0'), sent('tmpl-p', '0')]);
  expect(transact).not.toHaveBeenCalled();
});
