import type { OfflineTap } from '../../../../components/offline-steps/rows';
import { momentOf } from '../../../../domain/calendar/china-time';
import { pagePath } from '../../../../domain/reminding/pages';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { copyOrSay } from '../../../../services/clipboard';
import { openSheet } from '../../../../loading/parts';
import { DESK_RETRY, loadDesk, PERSON_PANEL } from '../../../../loading/desk-page';
import { toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { tickStep } from '../../../../loading/tick';
import { sideOf } from '../merge-sheet/view';
import { toPersonView } from '../person/view';
import { ASKED } from './asked';
import { MOVING } from './moving';
import { FRESH, initial, own, sayDone, type Named } from './page';
import { UNBINDING } from './unbinding';

/**
 * One person of the college, with what can be put right about them. On a phone it is the whole page; beside a list it
 * stands in the list's window. `load()` from outside. Events: `other` with `{ memberId }` where the record that stays
 * after a merging is another one, `changed` after something was put right, `leave` when they are gone from the roster.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    memberId: { type: String, value: '' },
    collegeId: { type: String, value: '' },
    /** Opened from the queue because of their age. */
    overAge: { type: Boolean, value: false },
    /** The transfer whose decision is open below this page. */
    from: { type: String, value: '' },
    /** Stands beside a list, in a computer's window. */
    wide: { type: Boolean, value: false },
    /** The page has a filled button of its own: this one's is tinted. */
    second: { type: Boolean, value: false },
  },
  data: initial,
  ...PERSON_PANEL,
  methods: {
    ...DESK_RETRY,
    ...ASKED,
    ...UNBINDING,
    ...MOVING,

    take(id: string) {
      own(this).person = null;
      this.setData({ ...FRESH, id });
    },

    async load() {
      const mine = own(this);
      await loadDesk(this, {
        ask: call('teacher', 'person', { memberId: this.data.id }),
        isShown: mine.person !== null,
        show: ({ person, organisation, overAgeRecordedAt, rulebookId, now }) => {
          mine.person = person;
          const context = { rulebook: rulebookOf(rulebookId), organisation, now };
          const ageRecorded = overAgeRecordedAt ? momentOf(overAgeRecordedAt) : '';
          this.setData({ view: toPersonView(person, context), ageRecorded, error: '' });
        },
      });
    },

    onCopyTap(event: TapEvent<{ text: string }>) {
      void copyOrSay(event.currentTarget.dataset.text);
    },

    onMainTap() {
      const { main, transferId, studentNumber } = this.data.view ?? {};
      if (!main || !transferId) return;
      // Who came from that very decision goes back to it instead of opening it once more.
      if (main.to === 'decision' && transferId === this.data.from) return void wx.navigateBack();
      const path =
        main.to === 'decision'
          ? pagePath('teacherDecision', { transferId })
          : pagePath('teacherCards', { search: studentNumber ?? '' });
      void wx.navigateTo({ url: `/${path}` });
    },

    onRecordTap() {
      const query = { memberId: this.data.id, as: 'teacher' };
      void wx.navigateTo({ url: `/${pagePath('recordFor', query)}` });
    },

    onTick({ detail }: WechatMiniprogram.CustomEvent<OfflineTap & { number?: string }>) {
      const transfer = own(this).person?.transfer;
      if (!transfer) return;
      const { id: transferId, version } = transfer;
      tickStep(this, detail.stepId, () => call('teacher', 'tickOffline', { transferId, version, ...detail }));
    },

    onCorrectTap() {
      const { id: memberId, view } = this.data;
      if (!view) return;
      openSheet(this, '#correct', { memberId, name: view.name, studentNumber: view.studentNumber });
    },

    onMergeTap() {
      const { person } = own(this);
      if (person) openSheet(this, '#merge', { self: sideOf(person), collegeId: this.data.collegeId });
    },

    /** The record that stays may be the other one. */
    onMerged(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
      const { memberId } = event.detail;
      toast('并成一条了');
      this.setData({ id: memberId, corrected: null });
      if (memberId !== this.data.memberId) this.triggerEvent('other', { memberId });
      void this.load();
    },

    onCorrected(event: WechatMiniprogram.CustomEvent<Named>) {
      this.setData({ corrected: event.detail });
      void this.load();
    },

    onCorrectUndo() {
      const { corrected } = this.data;
      if (!corrected) return;
      void once(this, 'correct', async () => {
        const reply = await call('teacher', 'correctMember', { ...corrected });
        if (reply.ok) this.setData({ corrected: null });
        sayDone(this, reply, '改回去了');
      });
    },
  },
});
