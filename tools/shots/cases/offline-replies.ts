/** Steps on paper as the cloud answers them: a letter whose receipt is out, and a place in a branch to come. */
import type { Response } from '../../../miniprogram/contract';
import { chinaTime } from '../../preview/seed/deed';

type Card = Response<'graduate', 'cardPass'>;
type Steps = NonNullable<Card['offline']>;

const NOW = chinaTime('06-12 09:41');
const base = { at: null, by: null, number: null, receiptAt: null } as const;

const LETTER = {
  stepId: 'letter',
  label: '组织关系介绍信',
  hint: '学院团委开，有编号；对方在系统里接收以后再开',
  opens: 'accepted',
  who: 'college',
  atDesk: false,
} as const;

export const STEPS: Steps = [
  {
    ...base,
    stepId: 'card',
    label: '《团员证》转出',
    hint: '带《团员证》和截图去学院，团费交到毕业那个月',
    opens: 'submitted',
    who: 'college',
    atDesk: true,
    needs: ['screenshot'],
    status: 'done',
    at: chinaTime('06-08 10:12'),
    by: { role: 'teacher', name: '周岚' },
  },
  {
    ...base,
    ...LETTER,
    needs: ['number', 'receipt'],
    status: 'away',
    at: chinaTime('06-10 15:02'),
    by: { role: 'teacher', name: '周岚' },
    number: '〔2026〕12 号',
  },
  {
    ...base,
    stepId: 'placed',
    label: '编入团支部',
    hint: '接收你的是团委、团工委或团总支：问清编在哪个团支部，在系统里看到了再勾',
    opens: 'accepted',
    who: 'graduate',
    atDesk: false,
    needs: [],
    status: 'open',
  },
];

/** The letter is still to be written. */
const TO_WRITE: Steps = STEPS.map((step) =>
  step.stepId === 'letter' ? { ...base, ...LETTER, needs: ['number', 'receipt'], status: 'open' } : step,
);

export const CARD_WITH_LETTER: Card = {
  person: { name: '刘若溪', studentNumber: '222202011', branchName: '软件2201团支部' },
  college: { name: '信息工程学院', teacherName: '周岚', office: null },
  pass: null,
  missing: ['done'],
  offline: [...STEPS],
  version: 7,
  state: 'accepted',
  screenshots: [],
  doneAt: chinaTime('06-08 10:12'),
  now: NOW,
};

export const DESK_WITH_LETTER: Response<'teacher', 'cardLookup'> = {
  people: [
    {
      memberId: 'm',
      name: '张子衿',
      studentNumber: '222203006',
      branchName: '计算机2203团支部',
      transferId: 't',
      version: 7,
      shown: 'accepted',
      missing: ['done'],
      ready: false,
      offline: [...TO_WRITE],
      acceptedAt: chinaTime('06-06 10:00'),
      doneAt: chinaTime('06-08 10:12'),
    },
  ],
  more: false,
  now: NOW,
};
