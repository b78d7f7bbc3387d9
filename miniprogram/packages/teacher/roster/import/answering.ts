/** What she says about the file as a whole: its columns, the month, branches written in several ways. */
import { COLUMN_USES } from '../../../../domain/people/roster-columns';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { call } from '../../../../asking/call';
import { withBranches, withColumn } from './answers';
import { own, say, type ImportPage } from './page';

export const ANSWERING = {
  onColumnPick(this: ImportPage, event: WechatMiniprogram.PickerChange<{ key: string }>) {
    const use = COLUMN_USES[Number(event.detail.value)];
    if (use) say(this, withColumn(own(this).answers, event.currentTarget.dataset.key, use));
  },

  onMonthPick(this: ImportPage, event: WechatMiniprogram.PickerChange) {
    say(this, { ...own(this).answers, graduationMonth: String(event.detail.value) });
  },

  onMonthTap(this: ImportPage) {
    const { month } = this.data;
    if (month) say(this, { ...own(this).answers, graduationMonth: month.month });
  },

  onBranchesAnswer(this: ImportPage, event: TapEvent<{ index: number; one: boolean }>) {
    const { index, one } = event.currentTarget.dataset;
    const question = own(this).run?.questions.branches[index];
    if (!question) return;
    const names = question.names.map(({ name }) => name);
    const [kept, ...others] = question.names.filter(({ branchId }) => branchId !== null);
    const answer = () => say(this, withBranches(own(this).answers, names, one ? question.into : null));
    if (!one || !kept || others.length === 0) return answer();
    // Branches that have people already become one on the roster itself.
    void once(this, `branch-${index}`, async () => {
      for (const { branchId } of others) {
        const merged = await call('teacher', 'mergeBranch', {
          branchId: branchId ?? '',
          into: kept.branchId ?? '',
        });
        if (!merged.ok) return this.setData({ failed: sayFailure(merged.error) });
      }
      answer();
    });
  },
};
