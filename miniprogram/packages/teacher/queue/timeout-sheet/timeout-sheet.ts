import { sayFailure } from '../../../../loading/say-failure';
import { once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { knownSystem } from '../../../../loading/known-rulebook';
import { nothing } from '../../../../memory/empty';
import { decidedOf, decideInParts, type BatchItem } from '../decide-in-parts';
import { outcomeOf, toAskView, type AskView, type Outcome, type Waiting } from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  outcome: Outcome;
  waiting: readonly Waiting[];
  /** What can be taken back today. */
  decided: readonly BatchItem[];
}

const own = ownState<Own>(() => ({ outcome: 'accepted', waiting: [], decided: [] }));

const FRESH = {
  view: nothing<AskView>(),
  percent: 0,
  outcome: nothing<ReturnType<typeof outcomeOf>>(),
  undone: '',
  error: '',
};

/**
 * Says of any number of people whose clock has run out what the system shows. `open({ outcome, waiting })` from outside;
 * event `done` after anything was written.
 */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: { visible: false, busy: '', ...FRESH },
  methods: {
    open({ outcome, waiting }: Pick<Own, 'outcome' | 'waiting'>) {
      Object.assign(own(this), { outcome, waiting, decided: [] });
      this.setData({ ...FRESH, visible: true, view: toAskView(outcome, waiting, knownSystem()) });
    },

    onConfirmTap() {
      void once(this, 'confirm', async () => {
        const mine = own(this);
        const { outcome, waiting } = mine;
        const items = waiting.map(({ transferId, version }) => ({ transferId, version }));
        this.setData({ error: '', percent: 0 });
        const decided = await decideInParts({ decision: outcome, items }, (dealtWith) =>
          this.setData({ percent: Math.round((dealtWith / items.length) * 100) }),
        );
        if (decided.failure && decided.results.length === 0)
          return this.setData({ error: sayFailure(decided.failure) });
        mine.decided = decidedOf(items, decided.results);
        this.setData({ outcome: outcomeOf(outcome, items.length, decided) });
        this.triggerEvent('done');
      });
    },

    onUndoTap() {
      void once(this, 'undo', async () => {
        const items = [...own(this).decided];
        const { results, failure } = await decideInParts({ decision: 'undo-evidence', items });
        if (failure && results.length === 0) return this.setData({ error: sayFailure(failure) });
        const back = results.filter((one) => one.done).length;
        const left = items.length - back;
        this.setData({
          undone: left === 0 ? `${back} 人都撤回了` : `撤回了 ${back} 人，${left} 人后来又变过`,
        });
        this.triggerEvent('done');
      });
    },

    onCloseTap() {
      if (!this.data.busy) this.setData({ visible: false });
    },

    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onCloseTap();
    },
  },
});
