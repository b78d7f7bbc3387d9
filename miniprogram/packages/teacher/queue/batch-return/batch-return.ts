import type { Failure } from '../../../../domain/errors';
import { toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { sayFailure } from '../../../../loading/say-failure';
import { returnEach, type Returned, type Shown } from './return-each';

/** Until it is opened. */
const NO_REASONS: readonly string[] = [];
const ASKING = '同一个原因会原样发给每个人。';

/** What an instance remembers besides what it shows. */
interface Own {
  transfers: readonly Shown[];
}

const own = ownState<Own>(() => ({
  transfers: [],
}));

const isOutdated = ({ code }: Failure): boolean =>
  code === 'TRANSFER_VERSION_STALE' || code === 'TRANSFER_ILLEGAL_STEP';

/** Why nothing at all was returned. */
const nothingReturned = (failure: Failure): string =>
  isOutdated(failure) ? '一条也没有退回，它们刚刚有了变化。关掉看看新的，再选一次' : sayFailure(failure);

const sayReturned = ({ count, failure }: Returned): string => {
  if (!failure) return `退回了 ${count} 条`;
  return `退回了 ${count} 条，其余的${isOutdated(failure) ? '刚刚有了变化' : '没有退回，请再选一次'}`;
};

/**
 * Asks for one reason and returns several transfers with it. `open({ transfers, reasons })` from outside, each as
 * the queue shows it, with the reasons to pick from. Events: `done` after anything was returned, `stale` when nothing was because all have changed.
 */
Component({
  data: { visible: false, total: 0, text: '', error: '', busy: '', reasons: NO_REASONS },
  methods: {
    open({ transfers, reasons }: { transfers: readonly Shown[]; reasons: readonly string[] }) {
      own(this).transfers = transfers;
      this.setData({ visible: true, total: transfers.length, reasons, text: ASKING, error: '' });
    },

    onClose() {
      this.setData({ visible: false });
    },

    async onConfirm(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { transfers } = own(this);
      await once(this, 'return', async () => {
        this.setData({ error: '' });
        const came = await returnEach(transfers, event.detail.reason, (dealtWith) =>
          this.setData({ text: `正在退回，${dealtWith} / ${transfers.length}` }),
        );
        this.setData({ text: ASKING });
        this.settle(came);
      });
    },

    settle(came: Returned) {
      const { count, failure } = came;
      if (failure && count === 0) {
        this.setData({ error: nothingReturned(failure) });
        if (isOutdated(failure)) this.triggerEvent('stale');
        return;
      }
      this.setData({ visible: false });
      toast(sayReturned(came));
      this.triggerEvent('done');
    },
  },
});
