import { once } from '../../../../loading/load';
import { chooseTable } from '../../../../services/documents';
import { sendTable } from '../sent-table';
import { tableProblem } from './table-problem';

interface Data {
  uploading: number;
  busy: string;
}

const initial: Data = { uploading: -1, busy: '' };

/**
 * Picks a table from a chat and sends it. Events: `sent` with `{ table, fileId }`, `failed` with
 * `{ problem }`, the sentence to show, which is empty when a new try begins.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    label: { type: String, value: '选文件' },
    disabled: { type: Boolean, value: false },
    /** The cloud is looking into what was sent. */
    reading: { type: Boolean, value: false },
  },
  data: initial,
  methods: {
    onTap() {
      void once(this, 'send', async () => {
        const table = await chooseTable();
        if (!table) return;
        const problem = tableProblem(table);
        this.triggerEvent('failed', { problem });
        if (problem) return;
        const sent = await sendTable(table, (uploading) => this.setData({ uploading }));
        this.setData({ uploading: -1 });
        if (sent.ok) this.triggerEvent('sent', { table, fileId: sent.data.fileId });
        else this.triggerEvent('failed', { problem: '文件没有传上去，什么都没有变。联网后再传一次' });
      });
    },
  },
});
