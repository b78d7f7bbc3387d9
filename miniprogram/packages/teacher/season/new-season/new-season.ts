import { cleanLine } from '../../../../domain/text/clean-text';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { SHEET_CLOSING } from '../../../../loading/sheet';
import type { Choice } from '../../../../domain/rules/rulebook/chosen';
import { choose, practicesOf, type Practice } from '../season-form/practice';
import { nameOf, yearsOffered } from './view';

interface Data {
  visible: boolean;
  years: string[];
  year: string;
  name: string;
  rulebookId: string;
  /** Answers that differ from the rulebook's own. */
  choices: readonly Choice[];
  practices: readonly Practice[];
  failed: string;
  busy: string;
}

const initial: Data = {
  visible: false,
  years: [],
  year: '',
  name: '',
  rulebookId: '',
  choices: [],
  practices: [],
  failed: '',
  busy: '',
};

/** Opens the next season. Event: `open` when it is done. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    /** Choices of rulebooks: `{ id, label, hint }`. */
    rulebooks: { type: Array, value: [] },
    seasonId: { type: String, value: '' },
    now: { type: Number, value: 0 },
    unfinished: { type: Number, value: 0 },
    notBegun: { type: Number, value: 0 },
  },
  data: initial,
  methods: {
    ...SHEET_CLOSING,
    onOpenTap() {
      const years = yearsOffered(this.data.now, this.data.seasonId);
      const [year] = years;
      if (year === undefined) return toast('下一届已经开了，再下一届明年才能开');
      this.setData({ visible: true, years, year, name: nameOf(year) });
      this.answer('', []);
    },

    onYear(event: WechatMiniprogram.PickerChange) {
      const year = this.data.years[Number(event.detail.value)] ?? this.data.year;
      this.setData({ year, name: nameOf(year) });
    },

    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, failed: '' });
    },

    onRulebook(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.answer(event.detail.id, []);
    },

    onPractice(event: WechatMiniprogram.CustomEvent<Choice>) {
      const { rulebookId, choices } = this.data;
      this.answer(rulebookId, choose({ rulebookId, choices }, event.detail));
    },

    answer(rulebookId: string, choices: readonly Choice[]) {
      const practices = practicesOf({ rulebookId, choices });
      this.setData({ rulebookId, choices, practices, failed: '' });
    },

    onConfirm() {
      const { year: id, rulebookId } = this.data;
      const name = cleanLine(this.data.name);
      const choices = [...this.data.choices];
      if (!name) return this.setData({ failed: '请写这一季的名字' });
      if (!rulebookId) return this.setData({ failed: '请选用哪一套规则' });
      void once(this, 'open', async () => {
        const reply = await call('teacher', 'openSeason', { id, name, rulebookId, choices });
        if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
        this.setData({ visible: false });
        toast(`${name}开始了`);
        this.triggerEvent('open');
      });
    },
  },
});
