import { placeKey } from '../../../miniprogram/domain/text/keys';
import type { Ports } from '../../_shared/platform/ports';
import { riskyAmong } from '../../_shared/platform/text-check';
import type { CheckedText } from '../../_shared/store/records/text-checked';
import type { BadValue, GoodRow } from './check-rows';
import type { ImportPlan } from './plan-import';

export type CheckedPlan = ImportPlan & CheckedText;

/** Names of branches the file would make, as WeChat sees them: each risky one is a bad cell in all its rows. */
export const checkNames = async (
  ports: Ports,
  openid: string,
  rows: readonly GoodRow[],
  plan: ImportPlan,
): Promise<CheckedPlan> => {
  const names = plan.newBranches.map(({ name }) => name);
  const { risky, textCheck } = await riskyAmong(ports, openid, names);
  const refused = new Set([...risky].map(placeKey));
  const bad = rows
    .filter(({ row }) => refused.has(placeKey(row.branchName)))
    .map(({ row, place, sheet }): BadValue => ({
      row: place,
      sheet,
      field: 'branchName',
      value: row.branchName,
      problem: 'text-rejected',
    }));
  return { ...plan, bad: [...plan.bad, ...bad], textCheck };
};
