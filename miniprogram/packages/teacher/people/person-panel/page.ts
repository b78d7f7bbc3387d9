/** What the page of a person remembers and shows; its handlers stand in files by subject. */
import type { Result } from '../../../../domain/errors';
import { sayFailure } from '../../../../loading/say-failure';
import { ownState } from '../../../../memory/own-state';
import { toast } from '../../../../services/display';
import type { Person, PersonView } from '../person/view';

/** What is asked once more before it is done. */
export type Question = 'assign' | 'remove' | 'contact' | 'remove-member';
interface Asked {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
}

export const QUESTIONS: Readonly<Record<Question, Asked>> = {
  assign: { title: '设为团支书', text: '以后这个支部要验证码的消息会发给 TA。', confirm: '设为团支书' },
  remove: { title: '不再当团支书', text: 'TA 就看不到支部的名单和验证码了。', confirm: '不再当' },
  contact: { title: '看父母的联系方式', text: '每看一次都会留下记录：谁、什么时候看的。', confirm: '看一次' },
  'remove-member': {
    title: '从名单移除',
    text: 'TA 没有登录、没有转接记录，移除不影响别人。人数会少 1。一天之内可以在“名单，最近改过的”里撤回。',
    confirm: '移除',
  },
};

/** How somebody over age was dealt with; they read it. */
const OVER_AGE_REASONS = ['已经记进超龄名单', '出生年月写错了，没有超龄', '有团内职务，团籍还保留'];

const UNBIND_REASONS = ['换了微信号', '登记错了人', '本人要求'];

/** What an instance remembers besides what it shows. */
interface Own {
  person: Person | null;
}

export const own = ownState<Own>(() => ({
  person: null,
}));

export interface Named {
  memberId: string;
  name: string;
  studentNumber: string;
}

interface OfPerson {
  view: PersonView | null;
  error: string;
  /** Id of the step on paper that is being ticked. */
  ticking: string;
  asking: Question | '';
  question: Asked;
  contact: { name: string; phone: string } | null;
  overAgeVisible: boolean;
  overAgeError: string;
  /** When the college dealt with their age, to take it back; empty otherwise. */
  ageRecorded: string;
  unbindVisible: boolean;
  unbindError: string;
  /** The branch's code after an unbinding, to hand on; empty otherwise. */
  newCode: string;
  branches: { id: string; name: string }[];
  branchesVisible: boolean;
  branchesError: string;
  /** What it was before a correction, to take it back. */
  corrected: Named | null;
}

/** What belongs to one person alone. */
export const FRESH: OfPerson = {
  view: null,
  error: '',
  ticking: '',
  asking: '',
  question: QUESTIONS.assign,
  contact: null,
  overAgeVisible: false,
  overAgeError: '',
  ageRecorded: '',
  unbindVisible: false,
  unbindError: '',
  newCode: '',
  branches: [],
  branchesVisible: false,
  branchesError: '',
  corrected: null,
};

export const initial = {
  /** Whom it shows. */
  id: '',
  busy: '',
  unbindReasons: UNBIND_REASONS,
  overAgeReasons: OVER_AGE_REASONS,
  ...FRESH,
};

type Data = typeof initial & { memberId: string; collegeId: string; overAge: boolean; from: string };

/** What the handlers ask of the page. */
export interface PersonPage {
  readonly data: Readonly<Data>;
  setData(data: Partial<typeof initial> & { overAge?: boolean }): void;
  triggerEvent(name: string, detail?: object): void;
  load(): Promise<void>;
}

/** Reloads after a change, says why not after a failure. */
export const sayDone = (page: PersonPage, reply: Result<unknown>, done: string): void => {
  if (!reply.ok) return toast(sayFailure(reply.error));
  toast(done);
  page.triggerEvent('changed');
  void page.load();
};
