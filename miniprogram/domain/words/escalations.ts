/** Why a request for a code is with the teacher: to the teacher as half a sentence, to whoever waits as a whole one. */
import type { EscalationCause } from '../transfer/reset-states';

type Words = Readonly<Record<EscalationCause, string>>;

const TO_TEACHER: Words = {
  unanswered: '团支书到时间还没填验证码',
  'handed-on': '团支书没能拿到验证码',
  asked: '本人想请老师帮忙',
  'asked-again': '上次发的验证码打不开，要请老师再填一次',
  'is-secretary': '本人就是团支书，要请老师填验证码',
  'no-secretary': '支部现在没有团支书，要请老师填验证码',
};

const TO_GRADUATE: Words = {
  unanswered: '团支书还没填上，到时间已经转给学院老师。',
  'handed-on': '团支书没拿到，已经转给学院老师。',
  asked: '按你说的，直接请了学院老师帮忙。',
  'asked-again': '上次的验证码打不开，已经请老师再拿一个。',
  'is-secretary': '你自己就是团支书，所以直接请学院老师帮忙。',
  'no-secretary': '你们支部现在没有团支书，所以直接请学院老师帮忙。',
};

/** Requests of an earlier release do not say why. */
type Known = EscalationCause | undefined;

export const escalationToTeacher = (cause: Known): string => (cause ? TO_TEACHER[cause] : '要请老师填验证码');

export const escalationToGraduate = (cause: Known): string =>
  cause ? TO_GRADUATE[cause] : '已经请学院老师帮忙。';
