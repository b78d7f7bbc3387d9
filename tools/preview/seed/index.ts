import { SeedClient } from './client';
import {
  ADMINISTRATOR,
  COLLEGE_NAME,
  COLLEGE_OFFICE,
  NEW_COLLEGE_NAME,
  openidOf,
  PEOPLE,
  TEACHERS,
  VISITOR,
} from './college';
import { loadRoster } from '../../roster/load-roster';
import { type InviteCodes, looksBetween, momentOf, StoryPlayer } from './play';
import { chinaTime } from './deed';
import { STORY, STORY_ENDS, STORY_STARTS } from './story';

export interface SeatPerson {
  readonly openid: string;
  readonly name: string;
  readonly place: string;
  readonly seat: 'graduate' | 'secretary' | 'teacher';
  /** What this person types to sign in; absent for those who are in already. */
  readonly signIn?: { readonly studentNumber: string; readonly inviteCode: string };
}

export interface SeedResult {
  readonly people: readonly SeatPerson[];
  /** The clock when the desk opens, epoch ms. */
  readonly now: number;
}

const setUpCollege = async (client: SeedClient, adminCode: string): Promise<InviteCodes> => {
  const admin = ADMINISTRATOR.openid;
  await client.call(admin, 'account', 'claimAdministrator', { code: adminCode, name: ADMINISTRATOR.name });
  await client.call(admin, 'teacher', 'openSeason', { id: '2026', name: '2026届', rulebookId: 'usst-2020' });
  const { collegeId } = await client.call(admin, 'teacher', 'createCollege', { name: COLLEGE_NAME });
  const other = await client.call(admin, 'teacher', 'createCollege', { name: NEW_COLLEGE_NAME });
  for (const { openid, name, collegeName } of TEACHERS) {
    const scope = collegeName === COLLEGE_NAME ? { collegeId } : other;
    const { code } = await client.call(admin, 'teacher', 'inviteTeacher', { ...scope, name });
    await client.call(openid, 'account', 'acceptInvitation', { code, name });
  }
  await client.call(TEACHERS[0].openid, 'teacher', 'saveCardOffice', { office: COLLEGE_OFFICE });
  const branches = await loadRoster(client.deskOf(TEACHERS[0].openid), collegeId, PEOPLE);
  return new Map(branches.map(({ name, inviteCode }) => [name, inviteCode]));
};

const playStory = async (client: SeedClient, inviteCodes: InviteCodes): Promise<void> => {
  const player = new StoryPlayer(client, inviteCodes);
  const steps = [...STORY].sort((one, other) => chinaTime(one.at) - chinaTime(other.at));
  let now = chinaTime(STORY_STARTS);
  const advance = async (until: number) => {
    for (const look of looksBetween(now, until)) await client.setClock(look);
    await client.setClock(until);
    now = until;
  };
  for (const step of steps) {
    await advance(momentOf(step));
    await player.play(step);
  }
  await advance(chinaTime(STORY_ENDS));
};

const seatsOf = (inviteCodes: InviteCodes): SeatPerson[] => {
  const signedIn = new Set(STORY.filter(({ does }) => does === 'signIn').map(({ who }) => who));
  const members = PEOPLE.map((person): SeatPerson => {
    const inviteCode = inviteCodes.get(person.branchName) ?? '';
    return {
      openid: openidOf(person.studentNumber),
      name: person.name,
      place: person.branchName,
      seat: person.isSecretary ? 'secretary' : 'graduate',
      ...(signedIn.has(person.name) ? {} : { signIn: { studentNumber: person.studentNumber, inviteCode } }),
    };
  });
  const teachers = TEACHERS.map(({ openid, name, collegeName }): SeatPerson => ({
    openid,
    name,
    place: collegeName,
    seat: 'teacher',
  }));
  const committee: SeatPerson = { ...ADMINISTRATOR, place: '校团委', seat: 'teacher' };
  return [...members, ...teachers, committee, { ...VISITOR, seat: 'teacher' }];
};

/** Fills an empty emulator with a believable college, through the product's own actions. */
export const seed = async (emulatorUrl: string, adminCode: string): Promise<SeedResult> => {
  const client = new SeedClient(emulatorUrl);
  await client.setClock(chinaTime(STORY_STARTS));
  const inviteCodes = await setUpCollege(client, adminCode);
  await playStory(client, inviteCodes);
  return { people: seatsOf(inviteCodes), now: chinaTime(STORY_ENDS) };
};
