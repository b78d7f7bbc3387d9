import { cleanLine } from '../../../../domain/text/clean-text';
import { call } from '../../../../asking/call';
import { changeBySheet, onConflict, SHEET_CLOSING } from '../../../../loading/sheet';

interface Place {
  readonly id: string;
  readonly name: string;
}

interface Data {
  visible: boolean;
  college: Place | null;
  name: string;
  busy: string;
  error: string;
}

const initial: Data = { visible: false, college: null, name: '', busy: '', error: '' };

/** Puts a college's name right. `open({ id, name })` from outside; event `done`. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: initial,
  methods: {
    ...SHEET_CLOSING,
    open(college: Place) {
      this.setData({ ...initial, visible: true, college, name: college.name });
    },
    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, error: '' });
    },
    onConfirm() {
      const { college } = this.data;
      const name = cleanLine(this.data.name);
      if (!college) return;
      if (!name) return this.setData({ error: '学院的名字不能空着' });
      void changeBySheet(this, 'rename', {
        ask: () => call('teacher', 'renameCollege', { collegeId: college.id, name }),
        done: ({ people }) => (people > 0 ? `改好了，${people} 人跟着改了` : '改好了'),
        sayWhyNot: onConflict('已经有一个学院叫这个名字，或名单正在写入'),
      });
    },
  },
});
