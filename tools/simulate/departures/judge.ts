/** What must hold when people have left and everything has settled, written without looking at how it is done. */
import { COLLECTIONS } from '../../../cloudfunctions/_shared/store/collections';
import type { Event } from '../../../cloudfunctions/_shared/store/records';
import { check } from '../../admin/check';
import type { Cloud } from '../cloud';
import type { Violation } from '../invariants';
import { records } from '../outcome';
import { environmentOf } from './environment';
import { NEXT_SEASON, PEOPLE, type Person } from './college';
import type { Departed } from './schedule';

interface Text {
  readonly where: string;
  readonly text: string;
}

/** Everything that is stored, by collection, and the names of the files. */
const everything = async (cloud: Cloud): Promise<Text[]> => {
  const texts: Text[] = [...cloud.stored.keys()].map((fileId) => ({ where: 'files', text: fileId }));
  for (const { name } of COLLECTIONS)
    texts.push({ where: name, text: JSON.stringify(await cloud.all(name)) });
  return texts;
};

const tracesOf = (texts: readonly Text[], text: string, allowed: readonly string[]): string[] =>
  texts.filter((one) => one.text.includes(text) && !allowed.includes(one.where)).map(({ where }) => where);

const leftOfWeChat = (texts: readonly Text[], { accountId }: { accountId: string | undefined }): string[] =>
  (accountId ? tracesOf(texts, accountId, []) : []).map((where) => `their WeChat in ${where}`);

/** Where what of a person may still stand: the roster is the college's, the audit holds ids. */
const leftOf = (
  texts: readonly Text[],
  { name, note }: Person,
  { memberId, accountId }: { memberId: string | undefined; accountId: string | undefined },
): string[] => [
  ...tracesOf(texts, note, []).map((where) => `their words in ${where}`),
  ...tracesOf(texts, name, memberId ? ['members'] : []).map((where) => `their name in ${where}`),
  ...(memberId ? tracesOf(texts, memberId, ['members', 'audits']) : []).map(
    (where) => `their id in ${where}`,
  ),
  ...leftOfWeChat(texts, { accountId }),
];

/** A wish is told apart from a signing in by the version the person had then. */
const versionOf = ({ _id }: Event): number => Number(_id.split(':')[1]);

/** Whose wish never arrived is still there, and so is what is theirs; the same goes for who has signed in again since. */
const wishOf = (deeds: readonly Event[], memberId: string | undefined) => {
  const own = deeds.filter(({ subjectId }) => subjectId === memberId);
  const wishedAt = Math.max(...own.filter(({ action }) => action === 'delete-data').map(versionOf));
  const since = own.filter((deed) => deed.action === 'sign-in' && versionOf(deed) > wishedAt);
  return { hasArrived: wishedAt > 0, backAs: since.map(({ actor }) => actor.accountId) };
};

const tracesLeft = async (cloud: Cloud, { forgotten }: Departed): Promise<string[]> => {
  const texts = await everything(cloud);
  const members = await records(cloud, 'members');
  const audits = await records(cloud, 'audits');
  return PEOPLE.flatMap((person) => {
    const member = members.find(({ studentNumber }) => studentNumber === person.studentNumber);
    const accountId = forgotten.get(person.studentNumber);
    const { hasArrived, backAs } = wishOf(audits, member?._id);
    const hasLeft = accountId !== undefined && hasArrived && !backAs.includes(accountId);
    // What they began after they came back is theirs, also when a teacher unbinds them afterwards.
    const isForgotten = hasLeft && backAs.length === 0 && member?.accountId === null;
    const ids = { memberId: member?._id, accountId: hasLeft ? accountId : undefined };
    const left = !member || isForgotten ? leftOf(texts, person, ids) : leftOfWeChat(texts, ids);
    return left.map((what) => `${person.name}: ${what}`);
  });
};

const lost = async (cloud: Cloud, { acknowledged, forgotten }: Departed): Promise<string[]> => {
  const members = await records(cloud, 'members');
  const transfers = await records(cloud, 'transfers');
  return acknowledged
    .filter(({ act, seasonId }) => act === 'chooseWay' && seasonId === NEXT_SEASON.id)
    .filter(({ person }) => !forgotten.has(person.studentNumber))
    .filter(({ person, seasonId }) => {
      const member = members.find(({ studentNumber }) => studentNumber === person.studentNumber);
      return !transfers.some((one) => one.memberId === member?._id && one.seasonId === seasonId);
    })
    .map(({ person, act }) => `${person.name} was told that ${act} counts`);
};

const RULES = {
  traces: 'nothing is left of who has left',
  lost: 'nobody acknowledged is lost',
  records: 'the records are whole',
} as const;

export const judgeDepartures = async (
  cloud: Cloud,
  departed: Departed,
  seed: number,
): Promise<Violation[]> => {
  const found = await check(environmentOf(cloud.all, cloud.stored), {
    now: cloud.clock.at,
    say: () => undefined,
  });
  const broken = found.map(({ collection, id, problem }) => `${collection}/${id}: ${problem}`);
  const violations = (rule: string, details: readonly string[]): Violation[] =>
    details.map((detail) => ({ rule, seed, detail }));
  return [
    ...violations(RULES.traces, await tracesLeft(cloud, departed)),
    ...violations(RULES.lost, await lost(cloud, departed)),
    ...violations(RULES.records, broken),
  ];
};
