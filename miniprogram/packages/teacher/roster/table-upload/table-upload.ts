import { once } from '../../../../loading/load';
import { chooseTable, writtenTable, type ChosenTable } from '../../../../services/documents';
import { isComputer } from '../../../../services/window';
import { sendTable } from '../sent-table';
import { pastedRows } from './pasted';
import { tableProblem } from './table-problem';

interface Data {
  uploading: number;
  busy: string;
  /** A computer's window, where one would drag a file: WeChat tells of none. */
  computer: boolean;
  pasting: boolean;
  pasted: string;
}

const initial: Data = { uploading: -1, busy: '', computer: false, pasting: false, pasted: '' };

/** As long as a table that is pasted may be to be one: a heading and a person. */
const LEAST_ROWS = 2;

/**
 * Picks a table from a chat, or takes a pasted one, and sends it. Events: `sent` with `{ table, fileId }`, `failed` with
 * `{ problem }`, the sentence to show, which is empty when a new try begins.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    label: { type: String, value: '选文件' },
    disabled: { type: Boolean, value: false },
    /** The cloud is looking into what was sent. */
    reading: { type: Boolean, value: false },
    /** Whether a table can be pasted here too. */
    pasteable: { type: Boolean, value: false },
  },
  data: initial,
  lifetimes: {
    attached() {
      this.setData({ computer: isComputer() });
    },
  },
  methods: {
    onTap() {
      void once(this, 'send', async () => {
        const table = await chooseTable();
        if (!table) return;
        const problem = tableProblem(table);
        this.triggerEvent('failed', { problem });
        if (!problem) await this.send(table);
      });
    },

    async send(table: ChosenTable) {
      const sent = await sendTable(table, (uploading) => this.setData({ uploading }));
      this.setData({ uploading: -1 });
      if (sent.ok) this.triggerEvent('sent', { table, fileId: sent.data.fileId });
      else this.triggerEvent('failed', { problem: '文件没有传上去，什么都没有变。联网后再传一次' });
    },

    onPasteBegin() {
      this.setData({ pasting: true });
    },

    onPasted(event: WechatMiniprogram.Input) {
      this.setData({ pasted: event.detail.value });
    },

    /** What was copied goes the way of a file: numbers of ID cards in it never leave the phone. */
    onPasteTap() {
      const rows = pastedRows(this.data.pasted);
      const table = rows.length < LEAST_ROWS ? null : writtenTable('粘贴的名单.csv', rows);
      const problem =
        rows.length < LEAST_ROWS ? '先在表格里连表头一起复制，粘贴在上面' : '手机没有存下，请再试一次';
      this.triggerEvent('failed', { problem: table ? '' : problem });
      if (!table) return;
      void once(this, 'paste', async () => {
        await this.send(table);
        this.setData({ pasted: '', pasting: false });
      });
    },
  },
});
