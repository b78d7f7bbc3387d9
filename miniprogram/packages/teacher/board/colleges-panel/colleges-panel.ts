import { call } from '../../../../asking/call';
import { placeKey } from '../../../../domain/text/keys';
import { cleanLine } from '../../../../domain/text/clean-text';
import { DESK_PANEL_LIFETIMES, DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import { toast } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { once } from '../../../../loading/load';
import { openSheet } from '../../../../loading/parts';
import { sayFailure } from '../../../../loading/say-failure';
import type { FirstStep } from './first-steps';
import { toCollegesView, type CollegesView } from './view';

interface Data {
  view: CollegesView | null;
  error: string;
  busy: string;
  adding: boolean;
  name: string;
  failed: string;
}

const initial: Data = {
  view: null,
  error: '',
  busy: '',
  adding: false,
  name: '',
  failed: '',
};

/** The committee's colleges side by side, and what it alone looks after. Events: `college` with `{ id, name }`, `tab` with `{ tab }`. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: initial,
  lifetimes: DESK_PANEL_LIFETIMES,
  methods: {
    ...DESK_RETRY,

    async load() {
      await loadDesk(this, {
        ask: call('teacher', 'colleges', {}),
        isShown: this.data.view !== null,
        show: (reply) => this.setData({ view: toCollegesView(reply), error: '' }),
      });
    },

    onCollegeTap(event: TapEvent<{ id: string; name: string }>) {
      const { id, name } = event.currentTarget.dataset;
      this.triggerEvent('college', { id, name });
    },

    /** Each step leads to where it is done. */
    onStepTap(event: TapEvent<{ id: FirstStep['id'] }>) {
      const { id } = event.currentTarget.dataset;
      if (id === 'add') return this.onAddTap();
      if (id === 'accounts') return this.onAccountsTap();
      this.triggerEvent('tab', { tab: id === 'season' ? 'season' : 'roster' });
    },

    onDefinitionsTap() {
      openSheet(this, '#definitions', undefined);
    },

    onAccountsTap() {
      openPage('teacherAccounts');
    },

    onOverAgeTap() {
      openPage('teacherOverAge');
    },

    onAuditTap() {
      openPage('teacherAudits');
    },

    onAddTap() {
      this.setData({ adding: true, name: '', failed: '' });
    },

    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, failed: '' });
    },

    onAddClose() {
      if (!this.data.busy) this.setData({ adding: false });
    },

    onAddVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onAddClose();
    },

    onAddConfirm() {
      const name = cleanLine(this.data.name);
      if (!name) return this.setData({ failed: '请写学院的全称' });
      if (this.data.view?.rows.some((row) => placeKey(row.name) === placeKey(name)))
        return this.setData({ failed: '已经有这个学院了' });
      void once(this, 'add', async () => {
        const reply = await call('teacher', 'createCollege', { name });
        if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
        this.setData({ adding: false });
        toast(`加上了${name}`);
        await this.load();
      });
    },
  },
});
