import type { Response } from '../../../../contract';

type OverAgePerson = Response<'teacher', 'overAgeList'>['people'][number];

export interface OverAgeRow {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly born: string;
}

const month = (text: string): string => text.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月');

export const overAgeRows = (people: readonly OverAgePerson[], isAll: boolean): OverAgeRow[] =>
  people.map(({ memberId, name, branchName, collegeName, birthMonth }) => ({
    id: memberId,
    name,
    place: isAll ? `${collegeName}，${branchName}` : branchName,
    born: `${month(birthMonth)}生`,
  }));
