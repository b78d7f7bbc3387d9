/** 两条并成一条: which two, whose line is right, and what it does, said before it is done. */
import type { Response } from '../../../../contract';
import type { Failure } from '../../../../domain/errors';
import { shownState } from '../../../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../../../domain/words/states';
import type { Person } from '../person/view';

type Found = Response<'teacher', 'findPeople'>['people'][number];

/** One of the two records. */
export interface Side {
  readonly id: string;
  readonly name: string;
  readonly studentNumber: string;
  readonly branch: string;
  /** How far they are, e.g. 学院已批准. */
  readonly stands: string;
  readonly started: boolean;
  readonly bound: boolean;
}

export const sideOf = (person: Person): Side => ({
  id: person.id,
  name: person.name,
  studentNumber: person.studentNumber,
  branch: person.branchName,
  stands: STATE_WORDS[shownState(person.transfer)],
  started: person.transfer !== null,
  bound: person.bound,
});

const foundSide = (found: Found): Side => ({
  id: found.memberId,
  name: found.name,
  studentNumber: found.studentNumber,
  branch: found.branchName,
  stands: STATE_WORDS[found.shown],
  started: found.transferId !== null,
  bound: found.bound,
});

/** Who may be the same person: everybody found but the one the sheet is about. */
export const othersIn = ({ people }: Response<'teacher', 'findPeople'>, self: Side): Side[] =>
  people.map(foundSide).filter(({ id }) => id !== self.id);

/** Why the two cannot be merged, and what to do first; empty when they can. */
export const blockedWords = (one: Side, other: Side): string => {
  if (one.started && other.started)
    return '两条都已经开始转接，合不到一起。确实是同一个人的话，留下在办的那一条；另一条还没批准的，打开它点“不会再办了，结束这一条”，就不再催。名单上两条都在，人数也还算两个。';
  if (one.bound && other.bound) return '两条都登录过微信。先把登记错的那一条解绑，再来合并。';
  return '';
};

/** What the merging does, the line that is right first. */
export const effectLines = (right: Side, other: Side): string[] => [
  `留下 ${right.name}，学号 ${right.studentNumber}，${right.branch}`,
  right.started || other.started
    ? `在办的转接跟着过来，还是“${(right.started ? right : other).stands}”`
    : '两条都还没开始转接',
  ...(right.bound || other.bound ? ['登录过的微信跟着过来，本人不用重新登录'] : []),
  `${other.name} ${other.studentNumber} 这一条从名单去掉，人数少 1`,
  '一天之内可以撤回：名单，最近改过的',
];

const FIELD_WORDS: Readonly<Record<string, string>> = {
  transfers: '两条都已经开始转接，合不到一起',
  accounts: '两条都登录过微信，先把登记错的那一条解绑',
  requests: '要去掉的那一条还有验证码没办完，办完再合并',
};

/** Why it was refused after all. */
export const refusedWords = ({ code, field }: Failure): string | undefined =>
  code === 'CONFLICT' ? (FIELD_WORDS[field ?? ''] ?? '名单刚刚有了变化，关上再打开看看') : undefined;
