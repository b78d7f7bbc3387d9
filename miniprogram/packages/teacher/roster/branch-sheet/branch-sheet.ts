import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { sayFailure } from '../../../../loading/say-failure';
import { changeBySheet, onConflict, SHEET_CLOSING } from '../../../../loading/sheet';
import { branchesIn, effectOf, mergedWords, type Sized } from './view';

interface Data {
  visible: boolean;
  branch: Sized | null;
  others: Sized[];
  /** What it does to people, said first. */
  effect: string;
  name: string;
  /** The branch it would be merged into; asked once more. */
  into: Sized | null;
  busy: string;
  error: string;
}

const initial: Data = {
  visible: false,
  branch: null,
  others: [],
  effect: '',
  name: '',
  into: null,
  busy: '',
  error: '',
};

/** Puts one branch right. `open({ id, collegeId })` from outside; event `done` once something was changed. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: initial,
  methods: {
    ...SHEET_CLOSING,
    async open({ id, collegeId }: { id: string; collegeId: string }) {
      const reply = await call('teacher', 'board', collegeId ? { collegeId } : {});
      if (!reply.ok) return toast(sayFailure(reply.error));
      const all = branchesIn(reply.data);
      const branch = all.find((one) => one.id === id);
      if (!branch) return toast('这个支部已经不在了，下拉刷新看看');
      const others = all.filter((one) => one !== branch);
      this.setData({
        ...initial,
        visible: true,
        branch,
        others,
        effect: effectOf(branch),
        name: branch.name,
      });
    },
    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, error: '' });
    },
    onIntoTap(event: TapEvent<{ id: string }>) {
      const into = this.data.others.find(({ id }) => id === event.currentTarget.dataset.id) ?? null;
      this.setData({ into, error: '' });
    },
    onIntoBack() {
      if (!this.data.busy) this.setData({ into: null });
    },
    onRenameTap() {
      const { branch, name } = this.data;
      if (!branch || name.trim() === '') return;
      void changeBySheet(this, 'rename', {
        ask: () => call('teacher', 'renameBranch', { branchId: branch.id, name }),
        done: () => '支部名改好了',
        sayWhyNot: onConflict('另一个支部已经叫这个名字。两个是同一个的话，用下面的“并到别的支部”'),
      });
    },
    onMergeTap() {
      const { branch, into } = this.data;
      if (!branch || !into) return;
      void changeBySheet(this, 'merge', {
        ask: () => call('teacher', 'mergeBranch', { branchId: branch.id, into: into.id }),
        done: ({ people }) => mergedWords(people, into.name),
        sayWhyNot: onConflict('名单正在写入，等写完再并'),
      });
    },
    onRemoveTap() {
      const { branch } = this.data;
      if (!branch) return;
      void changeBySheet(this, 'remove', {
        ask: () => call('teacher', 'removeBranch', { branchId: branch.id }),
        done: () => '空支部删掉了',
        sayWhyNot: onConflict('这个支部里还有人，先把人换到别的支部'),
      });
    },
  },
});
