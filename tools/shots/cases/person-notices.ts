/** A person's page on which each notice went another way. */
import type { Response } from '../../../miniprogram/contract';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import { APPROVED } from './transfer-replies';

type Person = Response<'teacher', 'person'>['person'];
type Notice = Person['notices'][number];

const about = (at: string, title: string, delivery: Notice['delivery'], kind: Notice['kind']): Notice => ({
  id: delivery,
  kind,
  title,
  template: 'deadline',
  at: chinaTime(at),
  delivery,
});

const NOTICES: readonly Notice[] = [
  about('06-17 09:00', '还剩 1 天，对方还没接收', 'planned', 'deadline-near'),
  about('06-15 09:00', '还剩 3 天，对方还没接收', 'no-credit', 'deadline-near'),
  about('06-11 09:00', '还剩 7 天，对方还没接收', 'sent', 'deadline-near'),
  about('06-10 18:30', '团支书提醒你继续办理', 'failed', 'nudged'),
  about('06-04 15:12', '学院批准了你的转出', 'read', 'approved'),
];

/** Approved on 4 June, with three days left on the 15th. */
export const PERSON: Person = {
  id: 'm',
  name: '林晚',
  studentNumber: '222201002',
  branchId: 'b',
  branchName: '通信2201团支部',
  collegeName: '信息工程学院',
  isSecretary: false,
  bound: true,
  step: 'receiver',
  hasLeaguePost: false,
  overAge: false,
  loginConfirmedAt: chinaTime('05-28 20:00'),
  lastNudgedAt: chinaTime('06-10 18:30'),
  transfer: {
    id: 't',
    version: 3,
    rulebookId: 'usst-2020',
    state: 'approved',
    wayId: 'employed',
    routeId: 'direct',
    attempt: 1,
    initiatedAt: chinaTime('06-03 10:20'),
    deadlineAt: chinaTime('06-18 10:20'),
    clock: { days: 15, outcome: 'accepted' },
    opensAt: null,
    waitsFor: 'receiver',
    pending: [],
    approvedAt: null,
    reason: null,
    timeline: [...APPROVED],
    past: [],
    hasContact: false,
  },
  resetRequests: [],
  notices: [...NOTICES],
  credits: { progress: 0, deadline: 0, code: 0, task: 0 },
  off: [],
};

const shown = { person: PERSON, rulebookId: 'usst-2020', now: chinaTime('06-15 09:41') };

const hidden = {
  ...shown,
  person: { ...PERSON, transfer: PERSON.transfer && { ...PERSON.transfer, timelineHidden: 1 } },
};

/** Somebody who never came, with nothing, or with a way their secretary has recorded. */
const absent: Person = { ...PERSON, bound: false, step: 'bind', notices: [], transfer: null };
const bySecretary = { role: 'secretary', name: '许嘉宁' } as const;
const begunFor: Person = {
  ...absent,
  transfer: PERSON.transfer && {
    ...PERSON.transfer,
    state: 'draft',
    attempt: 0,
    initiatedAt: null,
    deadlineAt: null,
    clock: null,
    waitsFor: 'graduate',
    timeline: [{ at: chinaTime('06-14 10:00'), step: 'choose-way', by: bySecretary, attempt: 0 }],
  },
};
/** Handed in where the secretary approves first. */
const firstHers: Person = {
  ...PERSON,
  transfer: PERSON.transfer && {
    ...PERSON.transfer,
    state: 'submitted',
    waitsFor: 'secretary',
    pending: ['secretary', 'college'],
    timeline: [
      {
        at: chinaTime('06-14 10:00'),
        step: 'submit',
        by: { role: 'graduate', name: PERSON.name },
        attempt: 1,
      },
    ],
  },
};
const toSecretary = (person: Person) =>
  ({
    secretary: { person: { ...shown, person, self: false, nudge: 'nothing-to-do', inviteCode: null } },
  }) as const;
const recordPage = pagePath('recordFor', { memberId: 'm', as: 'secretary' });

export const PERSON_NOTICE_CASES: readonly ScreenCase[] = [
  { name: 'record-way', who: '许嘉宁', page: recordPage, replies: toSecretary(absent) },
  { name: 'record-start', who: '许嘉宁', page: recordPage, replies: toSecretary(begunFor) },
  {
    name: 'teacher-over-age',
    who: '周岚',
    page: pagePath('teacherPerson', { memberId: 'm', overAge: '1' }),
    taps: ['办好了，从待办拿掉'],
    replies: { teacher: { person: { ...shown, person: absent, organisation: null } } },
  },
  {
    name: 'secretary-person-approve',
    who: '许嘉宁',
    page: pagePath('secretaryPerson', { memberId: 'm' }),
    replies: toSecretary(firstHers),
  },
  {
    name: 'secretary-person-absent',
    who: '许嘉宁',
    page: pagePath('secretaryPerson', { memberId: 'm' }),
    replies: toSecretary(begunFor),
  },
  {
    name: 'secretary-person-hidden',
    who: '许嘉宁',
    page: pagePath('secretaryPerson', { memberId: 'm' }),
    replies: { secretary: { person: { ...hidden, self: false, nudge: 'no-credit', inviteCode: null } } },
  },
  {
    name: 'secretary-person-deliveries',
    who: '许嘉宁',
    page: pagePath('secretaryPerson', { memberId: 'm' }),
    replies: { secretary: { person: { ...shown, self: false, nudge: 'no-credit', inviteCode: null } } },
  },
];
