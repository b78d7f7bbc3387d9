import { cleanLine } from '../../../../domain/text/clean-text';
import { call } from '../../../../asking/call';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { changeBySheet, SHEET_CLOSING } from '../../../../loading/sheet';
import { blockedWords, effectLines, othersIn, refusedWords, type Side } from './view';

interface Data {
  visible: boolean;
  self: Side | null;
  collegeId: string;
  typed: string;
  /** Null before anything was looked for. */
  found: Side[] | null;
  other: Side | null;
  /** Id of the record whose name, number and branch are right. */
  right: string;
  effect: string[];
  blocked: string;
  busy: string;
  error: string;
}

const initial: Data = {
  visible: false,
  self: null,
  collegeId: '',
  typed: '',
  found: null,
  other: null,
  right: '',
  effect: [],
  blocked: '',
  busy: '',
  error: '',
};

interface About {
  readonly self: Side;
  readonly collegeId: string;
}

/** Makes two records of one person one. `open({ self, collegeId })` from outside; event `done` with the id that stays. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: initial,
  methods: {
    ...SHEET_CLOSING,
    open({ self, collegeId }: About) {
      this.setData({ ...initial, visible: true, self, collegeId, typed: self.name });
      void this.look();
    },
    onTyped(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value, error: '' });
    },
    onLookTap() {
      void this.look();
    },
    look(): Promise<void> {
      return once(this, 'look', async () => {
        const { self, collegeId } = this.data;
        const text = cleanLine(this.data.typed);
        if (!self || text === '') return;
        const reply = await call('teacher', 'findPeople', { text, ...(collegeId ? { collegeId } : {}) });
        if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
        this.setData({ found: othersIn(reply.data, self), error: '' });
      });
    },
    onOtherTap(event: TapEvent<{ id: string }>) {
      const other = this.data.found?.find(({ id }) => id === event.currentTarget.dataset.id);
      const { self } = this.data;
      if (!other || !self) return;
      this.setData({ other, blocked: blockedWords(self, other), error: '' });
      this.choose(self.id);
    },
    onRightTap(event: TapEvent<{ id: string }>) {
      this.choose(event.currentTarget.dataset.id);
    },
    choose(right: string) {
      const { self, other } = this.data;
      if (!self || !other) return;
      const [stays, goes] = right === self.id ? [self, other] : [other, self];
      this.setData({ right, effect: effectLines(stays, goes) });
    },
    onBackTap() {
      if (!this.data.busy) this.setData({ other: null, error: '' });
    },
    onMergeTap() {
      const { self, other, right } = this.data;
      if (!self || !other) return;
      const otherId = right === self.id ? other.id : self.id;
      void changeBySheet(this, 'merge', {
        ask: () => call('teacher', 'mergeMembers', { memberId: right, otherId }),
        sayWhyNot: refusedWords,
        detail: ({ memberId }) => ({ memberId }),
      });
    },
  },
});
