/** Moving a person to another branch of the college. */
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { call } from '../../../../asking/call';
import { own, sayDone, type PersonPage } from './page';

export const MOVING = {
  async onMoveTap(this: PersonPage) {
    this.setData({ branchesVisible: true, branchesError: '' });
    if (this.data.branches.length > 0) return;
    const { collegeId } = this.data;
    const reply = await call('teacher', 'board', collegeId ? { collegeId } : {});
    if (!reply.ok) return this.setData({ branchesError: sayFailure(reply.error) });
    const others = reply.data.byBranch.filter(({ id }) => id !== own(this).person?.branchId);
    this.setData({
      branches: others.map(({ id, name }) => ({ id, name })),
      branchesError: others.length > 0 ? '' : '这个学院没有别的支部',
    });
  },

  onBranchesClose(this: PersonPage, event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible && !this.data.busy) this.setData({ branchesVisible: false });
  },

  onBranchTap(this: PersonPage, event: TapEvent<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    void once(this, id, async () => {
      const reply = await call('teacher', 'transferMember', { memberId: this.data.id, branchId: id });
      this.setData({ branchesVisible: false });
      sayDone(this, reply, `换到${name}了`);
    });
  },
};
