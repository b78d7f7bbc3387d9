import { offlineRows, type OfflineReader } from '../../../../miniprogram/components/offline-steps/rows';

type Step = NonNullable<Parameters<typeof offlineRows>[0]>[number];

/** 10:00 on 12 June in China. */
const NOW = Date.UTC(2026, 5, 12, 2);
const step = (part: Partial<Step> = {}): Step => ({
  stepId: 'letter',
  label: '组织关系介绍信',
  hint: '学院团委开，有编号',
  opens: 'accepted',
  who: 'college',
  atDesk: false,
  needs: ['number', 'receipt'],
  status: 'open',
  at: null,
  by: null,
  number: null,
  receiptAt: null,
  ...part,
});
const row = (part: Partial<Step>, reader: OfflineReader) => offlineRows([step(part)], reader)[0];
const given = { at: NOW, by: { role: 'teacher', name: '周岚' }, number: '12' } as const;

it.each([
  ['graduate', 'graduate', true],
  ['graduate', 'secretary', true],
  ['graduate', 'teacher', true],
  ['secretary', 'graduate', false],
  ['secretary', 'secretary', true],
  ['secretary', 'teacher', true],
  ['college', 'graduate', false],
  ['college', 'secretary', false],
  ['college', 'teacher', true],
] as const)('what the %s does can be ticked by the %s: %s', (who, reader, may) => {
  expect(row({ who }, reader)?.action).toBe(may ? '办好了' : '');
  expect(row({ who, status: 'done', ...given, receiptAt: NOW }, reader)?.undo).toEqual(
    may ? { stepId: 'letter', part: 'receipt', isDone: false } : null,
  );
});

it('says who does what the reader cannot tick', () => {
  expect(row({}, 'graduate')?.text).toBe('学院团委开，有编号。学院办好会在这里记下');
  expect(row({}, 'teacher')).toMatchObject({ text: '学院团委开，有编号', asksNumber: true });
});

it.each([
  ['accepted', '对方接收以后办。学院团委开，有编号'],
  ['submitted', '提交以后办。学院团委开，有编号'],
] as const)('says when a step that opens once it is %s can be done', (opens, text) => {
  expect(row({ opens, status: 'later' }, 'teacher')).toMatchObject({
    text,
    mark: 'later',
    action: '',
    undo: null,
  });
});

it('waits for the receipt of a letter, and says so', () => {
  expect(row({ status: 'away', ...given }, 'teacher')).toMatchObject({
    text: '6月12日 周岚办好，编号 12。回执还没交回来',
    mark: 'open',
    action: '回执收到了',
    tap: { stepId: 'letter', part: 'receipt', isDone: true },
    asksNumber: false,
    undo: { stepId: 'letter', part: 'done', isDone: false },
  });
});

it('shows what is done with day, name and number, and the own as one’s own', () => {
  expect(row({ status: 'done', ...given, receiptAt: NOW + 86_400_000 }, 'graduate')).toMatchObject({
    text: '6月12日 周岚办好，编号 12，6月13日 回执交回',
    mark: 'done',
    action: '',
  });
  const own = { who: 'graduate', status: 'done', at: NOW, by: { role: 'graduate', name: '林晚' } } as const;
  expect(row(own, 'graduate')?.text).toBe('6月12日 你办好');
  expect(row(own, 'teacher')?.text).toBe('6月12日 林晚办好');
});

it('lists nothing where an older answer knows of no steps', () => {
  expect(offlineRows(undefined, 'graduate')).toEqual([]);
});
