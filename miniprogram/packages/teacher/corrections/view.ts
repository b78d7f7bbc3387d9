/** 最近改过的: what was put right on the roster by hand, and until when it can be taken back. */
import { momentOf } from '../../../domain/calendar/china-time';
import type { CorrectionKind } from '../../../domain/people/corrections';
import type { Response } from '../../../contract';

export type Corrections = Response<'teacher', 'corrections'>;
type Correction = Corrections['corrections'][number];

export interface CorrectionRow {
  readonly id: string;
  readonly title: string;
  readonly line: string;
}

const TITLES: Readonly<Record<CorrectionKind, (correction: Correction) => string>> = {
  'correct-member': ({ name, studentNumber }) => `更正了 ${name} ${studentNumber}`,
  'remove-member': ({ name, studentNumber }) => `移除了 ${name} ${studentNumber}`,
  'merge-members': ({ name, studentNumber, other }) => `${name} ${studentNumber} 和 ${other} 并成一条`,
  'rename-branch': ({ name }) => `${name} 改了名`,
  'merge-branch': ({ name, other, people }) => `${name} 的 ${people} 人并到 ${other}`,
  'remove-branch': ({ name }) => `删了 ${name}`,
  'rename-college': ({ name }) => `${name} 改了名`,
};

export const correctionRows = ({ corrections }: Corrections): CorrectionRow[] =>
  corrections.map((correction) => {
    const { id, kind, by, at, until } = correction;
    const who = by === null ? '' : `${by} `;
    return {
      id,
      title: TITLES[kind](correction),
      line: `${who}${momentOf(at)}，${momentOf(until)} 前可以撤回`,
    };
  });
