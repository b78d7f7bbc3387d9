import type { Response } from '../../../../contract';

type Board = Response<'teacher', 'board'>;

export interface Sized {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  /** Transfers of the season. */
  readonly started: number;
}

export const branchesIn = ({ byBranch }: Board): Sized[] =>
  byBranch.map(({ id, name, members, started }) => ({ id, name, members, started }));

/** What a change does to people, said before it is done. */
export const effectOf = ({ members, started }: Sized): string =>
  members === 0
    ? '这个支部没有人。'
    : `这个支部有 ${members} 人${started > 0 ? `，其中 ${started} 人已经在转接，办到哪一步都不变` : ''}。`;

/** After a merging: who went where. */
export const mergedWords = (people: number, into: string): string =>
  people > 0 ? `${people} 人并到${into}了` : `并到${into}了`;
