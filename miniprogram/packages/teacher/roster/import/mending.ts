/** What she does about single rows: a cell typed anew or left as it is, a person recognised, somebody taken off. */
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { withCell, withKept, withPerson } from './answers';
import { own, say, type ImportPage } from './page';
import { placeOf } from './rows';

/** The row at this place of the list, when a cell of it could not be read. */
const badRow = (page: ImportPage, index: number) => {
  const row = own(page).found[index];
  const place = row?.kind === 'bad' ? placeOf(row) : null;
  return row?.kind === 'bad' && place ? { row, place } : null;
};

export const MENDING = {
  onTypeTap(this: ImportPage, event: TapEvent<{ key: string }>) {
    this.setData({ typing: event.currentTarget.dataset.key, typed: '' });
  },

  onTyped(this: ImportPage, event: WechatMiniprogram.Input) {
    this.setData({ typed: event.detail.value });
  },

  onTypeDone(this: ImportPage, event: TapEvent<{ index: number }>) {
    const bad = badRow(this, event.currentTarget.dataset.index);
    const typed = this.data.typed.trim();
    this.setData({ typing: '' });
    if (bad && typed !== '') say(this, withCell(own(this).answers, bad.place, typed));
  },

  onKeepTap(this: ImportPage, event: TapEvent<{ index: number }>) {
    const bad = badRow(this, event.currentTarget.dataset.index);
    if (bad) say(this, withKept(own(this).answers, bad.place));
  },

  onPersonAnswer(this: ImportPage, event: TapEvent<{ index: number; same: boolean }>) {
    const { index, same } = event.currentTarget.dataset;
    const bad = badRow(this, index);
    if (!bad) return;
    const memberId = same ? (bad.row.other?.memberId ?? null) : null;
    say(this, withPerson(own(this).answers, bad.row.value, memberId));
  },

  onRemoveTap(this: ImportPage, event: TapEvent<{ id: string }>) {
    const { id: memberId } = event.currentTarget.dataset;
    void once(this, memberId, async () => {
      const reply = await call('teacher', 'removeMember', { memberId });
      const isHeld = !reply.ok && reply.error.code === 'CONFLICT';
      if (isHeld) return toast('登录过或者已经开始办，点名字去看');
      if (!reply.ok) return toast(sayFailure(reply.error));
      const mine = own(this);
      mine.found = mine.found.filter((row) => row.kind !== 'missing' || row.memberId !== memberId);
      this.draw();
      toast('移出名单了');
    });
  },
};
