/** The file goes to the cloud again: to be tried with her answers, or to come back marked. */
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { chooseTable, openTable } from '../../../../services/documents';
import { keepTable, sendTable, tableOf } from '../sent-table';
import { own, type ImportPage } from './page';
import { firstKind } from './view';

/** Sends the table again; null when there is none, or it did not arrive: then the page says so. */
const send = async (page: ImportPage) => {
  const table = tableOf(page.data.runId) ?? (await chooseTable());
  if (!table) return null;
  const sent = await sendTable(table, (sending) => page.setData({ sending }));
  page.setData({ sending: -1 });
  if (sent.ok) return { table, fileId: sent.data.fileId };
  page.setData({ failed: '文件没有传上去。名单没有变，联网后再试一次' });
  return null;
};

export const SENDING = {
  onMarkTap(this: ImportPage) {
    void once(this, 'mark', async () => {
      const { run, seen: answers } = own(this);
      const sent = await send(this);
      if (!sent) return;
      const { fileId } = sent;
      const collegeId = run?.collegeId ?? '';
      const reply = await call('teacher', 'rosterMark', { fileId, collegeId, answers });
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      if (!(await openTable(reply.data.url))) toast('没有打开，请再试一次');
    });
  },

  /** The cloud keeps no file: it is sent again, with everything that was said about it. */
  onLookTap(this: ImportPage) {
    void once(this, 'next', async () => {
      const mine = own(this);
      const collegeId = mine.run?.collegeId ?? '';
      const answers = mine.answers;
      const sent = await send(this);
      if (!sent) return;
      const { table, fileId } = sent;
      const reply = await call('teacher', 'rosterUpload', { fileId, collegeId, answers });
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      const { run } = reply.data;
      keepTable(run.id, table);
      mine.seen = answers;
      this.setData({ runId: run.id, fileName: table.name, failed: '' });
      this.take(run);
      this.choose(firstKind(run));
    });
  },
};
