import { cleanLine } from '../../../../domain/text/clean-text';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';

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
    open(college: Place) {
      this.setData({ ...initial, visible: true, college, name: college.name });
    },
    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, error: '' });
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onClose();
    },
    onClose() {
      if (!this.data.busy) this.setData({ visible: false });
    },
    onConfirm() {
      const { college } = this.data;
      const name = cleanLine(this.data.name);
      if (!college) return;
      if (!name) return this.setData({ error: '学院的名字不能空着' });
      void once(this, 'rename', async () => {
        const reply = await call('teacher', 'renameCollege', { collegeId: college.id, name });
        if (!reply.ok) return this.setData({ error: this.sayWhyNot(reply.error) });
        this.setData({ visible: false });
        toast(reply.data.people > 0 ? `改好了，${reply.data.people} 人跟着改了` : '改好了');
        this.triggerEvent('done');
      });
    },
    sayWhyNot(failure: Parameters<typeof sayFailure>[0]): string {
      return failure.code === 'CONFLICT' ? '已经有一个学院叫这个名字，或名单正在写入' : sayFailure(failure);
    },
  },
});
