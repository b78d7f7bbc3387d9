/** What WeChat says about consent corrects the ledger; what it says of others' templates or in another way does not. */
import { pushEntry } from '../../../cloudfunctions/wechat/pushes/entry';
import { giveCredits, GRADUATE, openUniversity } from '../support/people';
import type { World } from '../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, GRADUATE, 3);
});

const push = (Event: string, List: unknown, FromUserName = GRADUATE) =>
  pushEntry({ ports: () => world.ports, source: () => 'wx_unknown' })({
    MsgType: 'event',
    Event,
    FromUserName,
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
