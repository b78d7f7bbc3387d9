import { checkField } from '../../../../tools/emulator/openapi/message-fields';

const cases: [string, string[], string[]][] = [
  ['thing1', ['团员关系转接', '字'.repeat(20), 'a b-1', '😀'.repeat(20)], ['字'.repeat(21), '两\n行']],
  ['number2', ['15', '-3.5', '1'.repeat(32)], ['1'.repeat(33), '15天', '1,5']],
  ['letter1', ['abcXYZ'], ['abc1', '甲', 'a'.repeat(33)]],
  ['symbol1', ['★', '!?', '+++++'], ['a', '!!!!!!']],
  ['character_string3', ['A-2026/001', 'x'.repeat(32)], ['编号1', 'x'.repeat(33)]],
  [
    'time4',
    ['15:01', '2019年10月1日 15:01', '2019-10-01 15:01:30', '15:01~16:30'],
    ['25:00', '明天', '2019年10月1日'],
  ],
  [
    'date5',
    ['2019年10月1日', '2019年10月1日 15:01', '2019-10-01', '2019年10月1日~2019年10月7日'],
    ['10月1日', '15:01'],
  ],
  ['amount1', ['¥100.5', '100元', '1234567890'], ['12345678901', '一百元']],
  ['phone_number1', ['+86-0766-66888866'], ['123456789012345678', '电话']],
  [
    'name1',
    ['张三', '欧阳·买买提', 'Anna Maria', '张'.repeat(10), 'a'.repeat(20)],
    ['张'.repeat(11), 'a'.repeat(21), '张3'],
  ],
  ['phrase1', ['待审批', '已转入成功'], ['等待审批通过', '待审批1', 'ok']],
  ['car_number1', ['粤A8Z888挂'], ['粤A8Z8888挂挂']],
];

describe.each(cases)('%s', (key, good, bad) => {
  it.each(good)('accepts %j', (value) => expect(checkField(key, value)).toBeUndefined());
  it.each(bad)('refuses %j', (value) => expect(checkField(key, value)).toBe('is invalid'));
  it.each([undefined, null, '', '  '])('calls %j empty', (value) =>
    expect(checkField(key, value)).toBe('is empty'),
  );
  it.each([1, {}, ['x']])('refuses %j, which is no text', (value) =>
    expect(checkField(key, value)).toBe('is invalid'),
  );
});

it('refuses a field of a type that WeChat does not have', () => {
  expect(checkField('essay1', 'text')).toBe('is invalid');
});
