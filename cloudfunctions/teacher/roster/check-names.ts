import { FIELD_WORDS } from '../../../miniprogram/domain/people/roster-columns';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import type { Ports } from '../../_shared/platform/ports';
import { riskyAmong } from '../../_shared/platform/text-check';
import type { CheckedText } from '../../_shared/store/records/text-checked';
import type { BadValue, GoodRow } from './check-rows';
import type { ImportPlan, PlannedMember } from './plan-import';

export type CheckedPlan = ImportPlan & CheckedText;

/**
 * Names of branches the file would make, as WeChat sees them: each risky one is a bad cell in all its rows, which wait.
 * `nameOf`: the branch a spelling of the file means.
 */
export const checkNames = async (
  ports: Ports,
  openid: string,
  rows: readonly GoodRow[],
  { plan, nameOf }: { plan: ImportPlan; nameOf: (typed: string) => string },
): Promise<CheckedPlan> => {
  const names = plan.newBranches.map(({ name }) => name);
  const { risky, textCheck } = await riskyAmong(ports, openid, names);
  const refused = new Set([...risky].map(placeKey));
  const isRefused = (name: string): boolean => refused.has(placeKey(name));
  const bad = rows
    .filter(({ row }) => isRefused(nameOf(row.branchName)))
    .map(({ row, place, sheet }): BadValue => ({
      row: place,
      sheet,
      field: FIELD_WORDS.branchName,
      of: 'branchName',
      who: row.name,
      value: row.branchName,
      problem: 'text-rejected',
    }));
  const may = ({ after }: PlannedMember): boolean => !isRefused(after.branchName);
  return {
    ...plan,
    added: plan.added.filter(may),
    updated: plan.updated.filter(may),
    newBranches: plan.newBranches.filter(({ name }) => !isRefused(name)),
    bad: [...plan.bad, ...bad],
    textCheck,
  };
};
