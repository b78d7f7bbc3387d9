import { formatChina } from '../../../domain/china-time';
import { rulebookOf } from '../../../rulebooks';
import { call } from '../../../services/call';
import { toast } from '../../../services/display';
import { once } from '../../../services/once';
import { leaveDesk } from '../scope';
import { sayFailure } from '../../../services/wording';
import type { Failure } from '../../../domain/errors';
import {
  changesOf,
  formOf,
  hasChanges,
  hourText,
  hoursText,
  previewRows,
  ruleRows,
  templateRows,
  type Row,
  type SeasonForm,
  type SeasonReply,
} from './view';

const HOURS = Array.from({ length: 24 }, (_, hour) => hourText(hour));

let saved: SeasonReply | null = null;
/** Grows with each load; an answer to an older one is dropped. */
let turn = 0;

const namesOf = (reply: SeasonReply): Record<string, string> =>
  Object.fromEntries(reply.rulebooks.map(({ id, name }) => [id, name]));

/** The season: the committee sets it, a college reads it. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    committee: { type: Boolean, value: false },
    collegeId: { type: String, value: '' },
  },
  data: {
    ready: false,
    error: '',
    name: '',
    seasonId: '',
    now: 0,
    deadline: '',
    rulebookName: '',
    rules: [] as Row[],
    /** The announcement as a college reads it. */
    announced: '',
    templates: [] as Row[],
    health: null as SeasonReply['health'] | null,
    options: [] as { id: string; label: string; hint: string }[],
    form: null as SeasonForm | null,
    hoursText: '',
    hours: HOURS,
    changed: false,
    replan: '',
    busy: '',
    failed: '',
    preview: null as Row[] | null,
    previewVisible: false,
  },
  lifetimes: {
    attached() {
      saved = null;
      void this.load();
    },
  },
  methods: {
    refuse(error: Failure) {
      if (leaveDesk(error)) return;
      if (this.data.ready) toast(sayFailure(error));
      else this.setData({ error: sayFailure(error) });
    },

    async load() {
      const mine = ++turn;
      const reply = await call('teacher', 'season', {});
      if (mine !== turn) return;
      if (!reply.ok) return this.refuse(reply.error);
      // What was typed and not saved stays.
      const isUntouched = !saved || !this.data.form || !hasChanges(changesOf(this.data.form, saved.season));
      this.take(reply.data);
      if (isUntouched && this.data.committee) this.edit(formOf(reply.data.season));
    },

    take(reply: SeasonReply) {
      saved = reply;
      const { season, rulebooks, templates, health } = reply;
      const rulebook = rulebookOf(season.rulebookId);
      this.setData({
        ready: true,
        error: '',
        name: season.name,
        seasonId: season.id,
        now: reply.now,
        deadline: formatChina(season.deadlineAt, 'YYYY年M月D日 HH:mm'),
        rulebookName: rulebook?.name ?? season.rulebookId,
        rules: rulebook ? ruleRows(rulebook, season) : [],
        announced: season.announcement?.text ?? '',
        options: rulebooks.map(({ id, name, schoolYear }) => ({
          id,
          label: name,
          hint: `${schoolYear} 学年`,
        })),
        templates: templateRows(templates),
        health,
        replan: season.replan ? `正在重排提醒，${season.replan.done} / ${season.replan.total} 个支部` : '',
      });
    },

    edit(form: SeasonForm) {
      if (!saved) return;
      this.setData({
        form,
        hoursText: hoursText(form),
        changed: hasChanges(changesOf(form, saved.season)),
        failed: '',
      });
    },

    change(part: Partial<SeasonForm>) {
      if (this.data.form) this.edit({ ...this.data.form, ...part });
    },

    onNewSeasonOpen() {
      saved = null;
      void this.load();
    },

    onRetryTap() {
      this.setData({ error: '' });
      void this.load();
    },
    onRulebook(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.change({ rulebookId: event.detail.id });
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
      const rulebook = this.data.form && rulebookOf(this.data.form.rulebookId);
      this.change({ ownHours: false, ...(rulebook ? rulebook.quietHours : {}) });
    },
    onAnnouncement(event: WechatMiniprogram.TextareaInput) {
      this.change({ announcement: event.detail.value });
    },

    onPreviewTap() {
      const { form } = this.data;
      if (!saved || !form) return;
      const reply = saved;
      void once(this, 'preview', async () => {
        const seen = await call('teacher', 'previewSeason', { changes: changesOf(form, reply.season) });
        if (!seen.ok) return this.setData({ failed: sayFailure(seen.error) });
        this.setData({
          preview: previewRows(seen.data, changesOf(form, reply.season), namesOf(reply)),
          previewVisible: true,
          failed: '',
        });
      });
    },

    onSaveTap() {
      const { form } = this.data;
      if (!saved || !form) return;
      const { season } = saved;
      void once(this, 'save', async () => {
        const reply = await call('teacher', 'saveSeason', {
          version: season.version,
          changes: changesOf(form, season),
        });
        if (!reply.ok) {
          const isStale = reply.error.code === 'CONFLICT';
          this.setData({ failed: isStale ? '刚才有人也改了，先刷新看看' : sayFailure(reply.error) });
          return;
        }
        if (saved) this.take({ ...saved, season: reply.data.season });
        this.edit(formOf(reply.data.season));
        this.setData({ previewVisible: false });
        toast('保存好了');
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
