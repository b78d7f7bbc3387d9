/** What WeChat tells the mini-program's function of consent: sheets, settings, and what became of a message. */
import { startTestEmulator, TEMPLATE, type Json, type TestEmulator } from '../start-test-emulator';

const OTHER = { ...TEMPLATE, templateId: 'tmpl-other', title: '办理进度' };
const EVENTS = ['subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event'];

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator({
    templates: [TEMPLATE, OTHER],
    pushes: Object.fromEntries(EVENTS.map((name) => [name, 'hear'])),
  });
  await emulator.client('callFunction', { name: 'who' });
});
afterAll(() => emulator.close());

/** The pushes since the last look, as soon as there is one. */
const heard = async (): Promise<Json[]> => {
  for (;;) {
    const found = emulator.lines.splice(0).flatMap((line) => {
      const text = /heard (\{.*\})/.exec(line)?.[1];
      return text === undefined ? [] : [(JSON.parse(text) as { event: Json }).event];
    });
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const send = async () => {
  const args = {
    touser: 'oPerson',
    templateId: TEMPLATE.templateId,
    data: { thing1: { value: '接收组织还没有审核' }, date2: { value: '2026年7月16日' } },
  };
  const data = { api: 'subscribeMessage.send', args };
  return (await emulator.client('callFunction', { name: 'notify', data })).result as Json;
};

it('tells what was chosen on a sheet: one item as an object, several as a list', async () => {
  await emulator.client('subscribe', { answers: { [TEMPLATE.templateId]: 'accept' } });
  const one = { TemplateId: TEMPLATE.templateId, SubscribeStatusString: 'accept', PopupScene: '0' };
  expect(await heard()).toMatchObject([
    { Event: EVENTS[0], FromUserName: 'oPerson', CreateTime: expect.any(Number), List: one },
  ]);
  await emulator.client('subscribe', {
    answers: { [TEMPLATE.templateId]: 'accept', 'tmpl-other': 'reject' },
  });
  expect(await heard()).toMatchObject([{ List: [one, { SubscribeStatusString: 'reject' }] }]);
});

it('tells what became of a message by its id', async () => {
  const { msgid } = await send();
  expect(await heard()).toMatchObject([
    {
      Event: EVENTS[2],
      FromUserName: 'oPerson',
      List: { TemplateId: TEMPLATE.templateId, MsgID: String(msgid), ErrorCode: '0', ErrorStatus: 'success' },
    },
  ]);
});

it('tells once when a message is switched off, which ends what was consented to', async () => {
  const off = { items: { [TEMPLATE.templateId]: 'reject' } };
  expect(await emulator.client('subscriptions', off)).toEqual(off);
  expect(await heard()).toMatchObject([
    { Event: EVENTS[1], List: { TemplateId: TEMPLATE.templateId, SubscribeStatusString: 'reject' } },
  ]);
  await emulator.client('subscriptions', off);
  expect(await send()).toMatchObject({ errCode: 43101 });
  await emulator.client('subscribe', { answers: { [TEMPLATE.templateId]: 'accept' } });
  expect(await send()).toMatchObject({ errCode: 43101 });
  expect((await heard()).map(({ Event }) => Event)).toEqual([EVENTS[0]]);
});

it('takes consent again once it is switched on', async () => {
  expect(await emulator.client('subscriptions', { items: { [TEMPLATE.templateId]: 'accept' } })).toEqual({
    items: {},
  });
  expect(await send()).toMatchObject({ errCode: 43101 });
  await emulator.client('subscribe', { answers: { [TEMPLATE.templateId]: 'accept' } });
  expect(await send()).toMatchObject({ errCode: 0 });
});
