/** Who is in the two colleges when a schedule begins: graduates with a transfer under way, some waiting for a code, staff. */
import { readPlace } from '../../cloudfunctions/_shared/notices/place';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import type { Member } from '../../cloudfunctions/_shared/store/records';
import { putRequest } from '../../cloudfunctions/_shared/resets/change';
import { applyStep } from '../../cloudfunctions/_shared/transfers/apply-step';
import { takeStep } from '../../cloudfunctions/_shared/transfers/take-step';
import { HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import { ok } from '../../miniprogram/domain/errors';
import { TEMPLATE_KEYS, type TemplateKey } from '../../miniprogram/domain/reminding/kinds';
import type { Cloud } from './cloud';
import {
  accountOf,
  branchOf,
  COLLEGE,
  collegeOf,
  draftOf,
  graduateOf,
  memberOf,
  NEIGHBOUR,
  OPEN_SEASON,
  requestOf,
  SECRETARY,
  TEACHER,
  transferOf,
} from './college';
import type { Random } from './random';

/** Nobody tells of it at once, as if the phone's function had died right after the commit. */
const submit = async (ports: Ports, member: Member, deadlineAt: number): Promise<void> => {
  const now = ports.clock.now();
  const transfer = draftOf(member, deadlineAt, now);
  const place = await readPlace(ports, transfer);
  const actor = { role: 'graduate', name: member.name, accountId: member.accountId } as const;
  await ports.store.transact((tx) =>
    applyStep(tx, place, { transfer, request: { step: 'submit', actor }, now }),
  );
};

const askForCode = async (ports: Ports, member: Member): Promise<void> => {
  const now = ports.clock.now();
  const request = requestOf(member, now);
  const actor = { role: 'graduate', name: member.name, accountId: member.accountId } as const;
  await ports.store.transact(async (tx) => {
    putRequest(tx, { request, change: { action: 'request', actor }, now });
    return ok(undefined);
  });
};

export interface People {
  readonly transferIds: readonly string[];
  readonly openids: readonly string[];
  /** Accepted taps by `openid/template`, as the ledger should know them. */
  readonly taps: Map<string, number>;
}

/** Adds a person's tap: WeChat's own credit. The ledger hears of it by `credits` or a top-up. */
export const tap = (
  cloud: Cloud,
  people: Pick<People, 'taps'>,
  openid: string,
  template: TemplateKey,
): void => {
  cloud.wechat.addCredit(openid, `tmpl-${template}`);
  const key = `${openid}/${template}`;
  people.taps.set(key, (people.taps.get(key) ?? 0) + 1);
};

const insertAccounts = async (cloud: Cloud, random: Random, count: number) => {
  const taps = new Map<string, number>();
  const graduates = Array.from({ length: count }, (_, number) => graduateOf(number));
  const openids = [TEACHER, SECRETARY, ...graduates];
  const accounts = openids.map((openid, index) => {
    cloud.wechat.addUser(openid);
    const credits = { progress: 0, deadline: 0, code: 0, task: 0 };
    for (const template of TEMPLATE_KEYS) {
      credits[template] = random.whole(0, 3);
      for (let number = 0; number < credits[template]; number += 1) tap(cloud, { taps }, openid, template);
    }
    const memberId = openid === SECRETARY ? 'm-secretary' : `m-${index - 2}`;
    return accountOf(openid, openid === TEACHER ? null : memberId, credits);
  });
  await cloud.insert('accounts', accounts);
  return { openids, taps };
};

const insertPlaces = async (cloud: Cloud, { cipher }: Ports, hasRobot: boolean): Promise<void> => {
  const robotKey = hasRobot ? cipher.seal('robot', COLLEGE.collegeId) : undefined;
  await cloud.insert('seasons', [OPEN_SEASON]);
  await cloud.insert('colleges', [collegeOf(COLLEGE, robotKey), collegeOf(NEIGHBOUR)]);
  await cloud.insert('branches', [branchOf(COLLEGE), branchOf(NEIGHBOUR)]);
};

/** The college lets it go, so that the receiver's days are what matters. */
const approve = async (ports: Ports, member: Member): Promise<void> => {
  const transfer = await ports.store.get('transfers', transferOf(member));
  const actor = { role: 'teacher', name: '老师', accountId: TEACHER } as const;
  if (transfer) await takeStep(ports, transfer, { step: 'approve', actor });
};

/** Puts the colleges into an empty cloud. */
export const settle = async (cloud: Cloud, ports: Ports, random: Random): Promise<People> => {
  const count = random.whole(3, 5);
  const members = Array.from({ length: count }, (_, number) =>
    memberOf(number, number === 0 ? NEIGHBOUR : COLLEGE),
  );
  const known = await insertAccounts(cloud, random, count);
  const secretary = {
    ...memberOf(count, COLLEGE),
    _id: 'm-secretary',
    accountId: SECRETARY,
    isSecretary: true,
  };
  await cloud.insert('members', [...members, secretary]);
  await insertPlaces(cloud, ports, random.chance(0.5));
  for (const member of members) {
    if (random.chance(0.3)) await askForCode(ports, member);
    else await submit(ports, member, cloud.clock.at + random.whole(20, 15 * 24) * HOUR_MS);
    if (random.chance(0.5)) await approve(ports, member);
  }
  return { transferIds: members.map(transferOf), ...known };
};
