import type { Failure } from '../../../../domain/errors';
import { call } from '../../../../asking/call';
import { changeBySheet, SHEET_CLOSING } from '../../../../loading/sheet';

interface Named {
  readonly memberId: string;
  readonly name: string;
  readonly studentNumber: string;
}

interface Data {
  visible: boolean;
  before: Named | null;
  name: string;
  studentNumber: string;
  busy: string;
  error: string;
}

const initial: Data = { visible: false, before: null, name: '', studentNumber: '', busy: '', error: '' };

const sayWhyNot = ({ code, field }: Failure): string | undefined =>
  code === 'CONFLICT' && field === 'studentNumber'
    ? '这个学号已经是别人的。是同一个人的话，用“和另一条并成一条”'
    : undefined;

/** Puts somebody's name or number right. `open(named)` from outside; event `done` with what it was before. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: initial,
  methods: {
    ...SHEET_CLOSING,
    open(before: Named) {
      const { name, studentNumber } = before;
      this.setData({ visible: true, before, name, studentNumber, error: '' });
    },
    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, error: '' });
    },
    onNumber(event: WechatMiniprogram.Input) {
      this.setData({ studentNumber: event.detail.value, error: '' });
    },
    onConfirm() {
      const { before, name, studentNumber } = this.data;
      if (!before) return;
      if (!name.trim() || !studentNumber.trim()) return this.setData({ error: '姓名和学号都要有' });
      const { memberId } = before;
      void changeBySheet(this, 'correct', {
        ask: () => call('teacher', 'correctMember', { memberId, name, studentNumber }),
        sayWhyNot,
        detail: () => before,
      });
    },
  },
});
