/** 核对: one person at a time beside the system, and at the end one batch. */
import type { Response } from '../../../../contract';
import type { ItemResult } from '../decide-in-parts';
import type { Found } from './answers';

type Reply = Response<'teacher', 'checkList'>;
export type Item = Reply['items'][number];

const FOUND_WORDS: Readonly<Record<Found, string>> = { yes: '有', no: '没有', unsure: '看不出' };

export const CHOICES: readonly { readonly id: Found; readonly label: string; readonly hint: string }[] = [
  { id: 'yes', label: FOUND_WORDS.yes, hint: '名称也一样' },
  { id: 'no', label: FOUND_WORDS.no, hint: '搜不到这个人' },
  { id: 'unsure', label: FOUND_WORDS.unsure, hint: '名称对不上' },
];

/** On a computer: the answers by their place. */
export const answerOfKey = (key: string): Found | undefined => CHOICES[Number(key) - 1]?.id;

const short = (branch: string): string => branch.replace(/团支部$/, '');

export interface CheckView {
  readonly total: number;
  readonly done: number;
  readonly percent: number;
  /** Null when everybody has been looked up. */
  readonly person: Item | null;
  readonly nextTitle: string;
  readonly upNext: readonly { readonly id: string; readonly name: string; readonly branch: string }[];
  /** The last answer, which can be changed; null before the first. */
  readonly last: { readonly id: string; readonly words: string } | null;
  readonly counts: Readonly<Record<Found, number>>;
  /** Those who stay in the queue, and why. */
  readonly left: readonly {
    readonly id: string;
    readonly name: string;
    readonly line: string;
    readonly act: string;
  }[];
}

const SHOWN_NEXT = 4;

const LEFT: Readonly<Record<Exclude<Found, 'yes'>, { readonly why: string; readonly act: string }>> = {
  no: { why: '没有：系统里还没发起', act: '请本人发起' },
  unsure: { why: '看不出：再核对一次名称', act: '再看一眼' },
};

const leftOf = (items: readonly Item[], answers: ReadonlyMap<string, Found>): CheckView['left'] =>
  items.flatMap(({ transferId: id, memberName, branchName }) => {
    const found = answers.get(id);
    if (!found || found === 'yes') return [];
    const { why, act } = LEFT[found];
    return [{ id, name: memberName, line: `${short(branchName)}，${why}`, act }];
  });

/** @param lastId of whom the last answer was, for changing it */
export const toCheckView = (
  items: readonly Item[],
  answers: ReadonlyMap<string, Found>,
  lastId: string,
): CheckView => {
  const open = items.filter(({ transferId }) => !answers.has(transferId));
  const [person = null, ...following] = open;
  const last = items.find(({ transferId }) => transferId === lastId && answers.has(transferId));
  const count = (found: Found) => items.filter(({ transferId }) => answers.get(transferId) === found).length;
  const done = items.length - open.length;
  return {
    total: items.length,
    done,
    percent: items.length === 0 ? 0 : Math.round((done / items.length) * 100),
    person,
    nextTitle: following.length > 0 ? `接下来，还有 ${following.length} 人` : '这是最后一位',
    upNext: following
      .slice(0, SHOWN_NEXT)
      .map(({ transferId: id, memberName: name, branchName }) => ({ id, name, branch: short(branchName) })),
    last: last
      ? { id: lastId, words: `${last.memberName}：${FOUND_WORDS[answers.get(lastId) ?? 'unsure']}` }
      : null,
    counts: { yes: count('yes'), no: count('no'), unsure: count('unsure') },
    left: leftOf(items, answers),
  };
};

/** What became of the batch. */
export const outcomeWords = (results: readonly ItemResult[]): string => {
  const done = results.filter((one) => one.done).length;
  const left = results.length - done;
  return left === 0 ? `批准了 ${done} 人` : `批准了 ${done} 人，${left} 人刚刚有了变化，还在待办里`;
};
