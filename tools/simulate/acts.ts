/** What people do while the timer may be running; failures are theirs to try again. */
import { changeRequest } from '../../cloudfunctions/_shared/resets/change';
import { takeStep } from '../../cloudfunctions/_shared/transfers/take-step';
import { addCredits } from '../../cloudfunctions/account/add-credits';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import { saveCollegeSeason } from '../../cloudfunctions/teacher/season/save-college-season';
import { saveSeason } from '../../cloudfunctions/teacher/season/save-season';
import { ok } from '../../miniprogram/domain/errors';
import { DAY_MS, HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import { TEMPLATE_KEYS } from '../../miniprogram/domain/reminding/kinds';
import { OFFERED_RULEBOOKS } from '../../miniprogram/rulebooks';
import type { Cloud } from './cloud';
import { look } from './outcome';
import { COLLEGE, COMMITTEE, NEIGHBOUR, teacherOf } from './college';
import { tap, type People } from './people';
import type { Random } from './random';

/** More than faults can stand in its way. */
const BOOKING_TRIES = 50;
const ACTOR = { role: 'teacher', name: '老师', accountId: 'oSomebody' } as const;

export interface Scene {
  readonly cloud: Cloud;
  /** Of a process that may die in the middle. */
  readonly ports: Ports;
  /** Of one that does not. */
  readonly lasting: Ports;
  readonly people: People;
  readonly random: Random;
}

const topUp = async ({ cloud, lasting: ports, people, random }: Scene): Promise<void> => {
  const template = random.pick(TEMPLATE_KEYS);
  const openid = random.pick(people.openids);
  tap(cloud, people, openid, template);
  const request = { askId: `ask-${random.next()}`, accepted: [template] };
  const book = async (): Promise<boolean> => {
    const account = await ports.store.get('accounts', openid);
    const caller = { openid, account, member: undefined, isMemberUnreadable: false };
    return (await addCredits(ports, { caller, request })).ok;
  };
  // A booking whose answer was lost is sent again by the client; the sheet's id makes it one.
  for (let done = false, tries = 0; !done && tries < BOOKING_TRIES; tries += 1) {
    done = await book().catch(() => false);
  }
};

const step = async ({ cloud, ports, random }: Scene): Promise<boolean> => {
  const { transfers } = await look(cloud);
  const [transfer] = transfers.filter(({ state }) => ['submitted', 'approved', 'timedOut'].includes(state));
  if (!transfer) return false;
  const taken = random.pick(['approve', 'report-accepted', 'report-refused', 'withdraw'] as const);
  const actor = taken === 'withdraw' ? ({ ...ACTOR, role: 'graduate' } as const) : ACTOR;
  await takeStep(ports, transfer, { step: taken, actor, reason: '改好再交' });
  return true;
};

const issueCode = async ({ cloud, ports }: Scene): Promise<void> => {
  const { requests } = await look(cloud);
  const [request] = requests.filter(({ state }) => state === 'waiting' || state === 'escalated');
  if (!request) return;
  const change = () => ok({ issuedAt: cloud.clock.at, expiresAt: cloud.clock.at + 2 * DAY_MS });
  const from = [request.state];
  await changeRequest(ports, request, { action: 'issue', actor: ACTOR, from, to: 'issued', change });
};

/** Another end, other quiet hours, another rulebook, or all as the rulebook has it. */
const changeSeason = async ({ cloud, ports, random }: Scene): Promise<void> => {
  const { season } = await look(cloud);
  const changes = random.pick([
    () => ({ deadlineAt: cloud.clock.at + random.whole(24, 20 * 24) * HOUR_MS }),
    () => ({ quietHours: { from: random.whole(19, 23), to: random.whole(7, 10) } }),
    () => ({ rulebookId: random.pick(OFFERED_RULEBOOKS).id }),
    () => ({ deadlineAt: null, quietHours: null }),
  ])();
  const request = { version: season?.version ?? 0, changes };
  await saveSeason(ports, { caller: COMMITTEE, request });
};

/** An earlier end, other quiet hours, both, or all as the university has it. */
const changeCollegeSeason = async ({ cloud, ports, random }: Scene): Promise<void> => {
  const { season } = await look(cloud);
  const place = random.pick([COLLEGE, NEIGHBOUR]);
  const quietHours = { from: random.whole(18, 23), to: random.whole(7, 11) };
  const hours = random.whole(24, 15 * 24);
  // Later than the university's it would be refused.
  const deadlineAt = Math.min(cloud.clock.at + hours * HOUR_MS, season?.deadlineAt ?? Infinity);
  const changes = random.pick([
    { deadlineAt },
    { quietHours },
    { deadlineAt, quietHours },
    { deadlineAt: null, quietHours: null },
  ]);
  const request = { collegeId: place.collegeId, version: season?.version ?? 0, changes };
  await saveCollegeSeason(ports, { caller: teacherOf(place), request });
};

/** One person does one thing. */
export const act = async (scene: Scene): Promise<void> => {
  const choice = scene.random.whole(0, 5);
  if (choice === 0) return topUp(scene);
  if (choice === 1) return changeSeason(scene);
  if (choice === 2) return changeCollegeSeason(scene);
  if (choice === 5 || !(await step(scene))) await issueCode(scene);
};
