import { listOf } from '../../../../components/properties';
import type { Failure } from '../../../../domain/errors';
import type { Choice } from '../../../../domain/rules/rulebook/chosen';
import { toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { sayFailure } from '../../../../loading/say-failure';
import { askPreview, askToSave } from './calls';
import { hoursWithout, type FormSource } from './source';
import { choose, practicesOf, type Practice } from './practice';
import {
  changesOf,
  dayText,
  formOf,
  hasChanges,
  hourText,
  hoursText,
  previewRows,
  rebase,
  type Row,
  type SeasonForm,
} from './view';

const HOURS = Array.from({ length: 24 }, (_, hour) => hourText(hour));

interface RulebookOption {
  readonly id: string;
  readonly label: string;
}

/** What an instance remembers besides what it shows. */
interface Own {
  saved: FormSource | null;
}

const own = ownState<Own>(() => ({
  saved: null,
}));

interface Data {
  form: SeasonForm | null;
  deadlineText: string;
  hoursText: string;
  hours: typeof HOURS;
  practices: readonly Practice[];
  changed: boolean;
  busy: string;
  failed: string;
  /** The field the failure is about, as the contract names it. */
  wrong: string;
  preview: Row[] | null;
  previewVisible: boolean;
}

const initial: Data = {
  form: null,
  deadlineText: '',
  hoursText: '',
  hours: HOURS,
  practices: [],
  changed: false,
  busy: '',
  failed: '',
  wrong: '',
  preview: null,
  previewVisible: false,
};

/**
 * Changes the season's settings after a look at what that would do. Events: `dirty` with `{ changed }`, `save` with the
 * new settings, `stale` when somebody else has saved meanwhile.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    /** A `FormSource`; newer settings keep what was typed. */
    source: { type: Object },
    /** `times`: only deadline and quiet hours, and what saving means stands below them instead of in a sheet. */
    part: { type: String, value: 'all' },
    /** Rulebooks to choose from: `{ id, label, hint }`. */
    rulebooks: listOf<RulebookOption>(),
  },
  data: initial,
  observers: {
    source(source: FormSource | null) {
      if (!source) return;
      const { form } = this.data;
      const mine = own(this);
      const { saved } = mine;
      const isSame = saved?.seasonId === source.seasonId;
      const fresh = form && saved && isSame ? rebase(form, saved, source) : formOf(source);
      mine.saved = source;
      this.fill(fresh);
    },
  },
  methods: {
    fill(form: SeasonForm) {
      const { saved } = own(this);
      if (!saved) return;
      const changed = hasChanges(changesOf(form, saved));
      if (changed !== this.data.changed) this.triggerEvent('dirty', { changed });
      this.setData({
        form,
        deadlineText: dayText(form.deadline),
        hoursText: hoursText(form),
        // A college reads the university's practice, it does not set it.
        practices: saved.collegeId || this.data.part === 'times' ? [] : practicesOf(form),
        changed,
      });
    },

    change(part: Partial<SeasonForm>) {
      if (!this.data.form) return;
      this.fill({ ...this.data.form, ...part });
      this.setData({ failed: '', wrong: '' });
    },

    refuse(error: Failure) {
      this.setData({ failed: sayFailure(error), wrong: error.field ?? '' });
    },

    onRulebook(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      // Answers to another rulebook's settings say nothing about this one; coming back brings the saved ones back.
      const { id: rulebookId } = event.detail;
      const { saved } = own(this);
      this.change({ rulebookId, choices: saved?.rulebookId === rulebookId ? saved.choices : [] });
    },
    onPractice(event: WechatMiniprogram.CustomEvent<Choice>) {
      const { form } = this.data;
      if (form) this.change({ choices: choose(form, event.detail) });
    },
    onDeadline(event: WechatMiniprogram.PickerChange) {
      this.change({ deadline: String(event.detail.value) });
    },
    onDeadlineReset() {
      this.change({ deadline: '' });
    },
    onFrom(event: WechatMiniprogram.PickerChange) {
      this.change({ from: Number(event.detail.value), ownHours: true });
    },
    onTo(event: WechatMiniprogram.PickerChange) {
      this.change({ to: Number(event.detail.value), ownHours: true });
    },
    onHoursReset() {
      const { saved } = own(this);
      const hours = saved && hoursWithout(saved, this.data.form?.rulebookId ?? saved.rulebookId);
      this.change({ ownHours: false, ...hours });
    },
    onAnnouncement(event: WechatMiniprogram.TextareaInput) {
      this.change({ announcement: event.detail.value });
    },

    onPreviewTap() {
      const { form } = this.data;
      const { saved: source } = own(this);
      if (!source || !form) return;
      const changes = changesOf(form, source);
      void once(this, 'preview', async () => {
        const seen = await askPreview(source, changes);
        if (!seen.ok) return this.refuse(seen.error);
        const names = Object.fromEntries(this.data.rulebooks.map(({ id, label }) => [id, label]));
        const { collegeId } = source;
        const preview = previewRows(seen.data, changes, { collegeId, names });
        this.setData({ preview, previewVisible: true, failed: '', wrong: '' });
      });
    },

    onSaveTap() {
      const { form } = this.data;
      const { saved: source } = own(this);
      if (!source || !form) return;
      void once(this, 'save', async () => {
        const reply = await askToSave(source, changesOf(form, source));
        if (reply.ok) {
          this.setData({ previewVisible: false, failed: '' });
          toast('保存好了');
          return this.triggerEvent('save', reply.data);
        }
        if (reply.error.code !== 'CONFLICT') return this.refuse(reply.error);
        // What was looked at is no longer what saving would do.
        const failed = '刚才有人也改了本季设置，已经换成最新的。你填的还在，再看一遍';
        this.setData({ previewVisible: false, failed });
        this.triggerEvent('stale');
      });
    },

    onPreviewClose() {
      if (!this.data.busy) this.setData({ previewVisible: false });
    },
    onPreviewVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onPreviewClose();
    },
  },
});
