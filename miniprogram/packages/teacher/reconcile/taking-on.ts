/** What is done elsewhere about differences: people the roster lacks are added, and all of it is taken along as a list. */
import { FIELD_WORDS } from '../../../domain/people/roster-columns';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { call } from '../../../asking/call';
import { toast } from '../../../services/display';
import { openTable, writtenTable } from '../../../services/documents';
import { knownSystem } from '../../../loading/known-rulebook';
import { openPage } from '../../../services/navigate';
import { keepTable, sendTable } from '../roster/sent-table';
import { unknownIn } from './groups';
import { own, type ReconcilePage } from './page';

/** A table of them goes through the roster's own dry run, which asks for what it lacks: the student number. */
const add = async (page: ReconcilePage, isMeant: (key: string) => boolean): Promise<void> => {
  const people = unknownIn(own(page).loaded).filter(({ key }) => isMeant(key));
  const heading = [FIELD_WORDS.studentNumber, FIELD_WORDS.name, FIELD_WORDS.branchName];
  const rows = people.map(({ name, branch }) => ['', name, branch]);
  const table = writtenTable(`${knownSystem()}里有的人.csv`, [heading, ...rows]);
  if (!table) return page.setData({ failed: '手机没有存下这几个人，请再试一次' });
  page.setData({ failed: '' });
  const sent = await sendTable(table, () => undefined);
  if (!sent.ok) return page.setData({ failed: sayFailure(sent.error) });
  const { fileId } = sent.data;
  const reply = await call('teacher', 'rosterUpload', { fileId, collegeId: page.data.collegeId });
  if (!reply.ok) return page.setData({ failed: sayFailure(reply.error) });
  keepTable(reply.data.run.id, table);
  openPage('teacherImport', { runId: reply.data.run.id, name: table.name });
};

export const TAKING_ON = {
  onAddTap(this: ReconcilePage, event: TapEvent<{ key: string }>) {
    const { key } = event.currentTarget.dataset;
    void once(this, `add-${key}`, () => add(this, (one) => one === key));
  },

  onAddAllTap(this: ReconcilePage) {
    void once(this, 'add-all', () => add(this, () => true));
  },

  onExportTap(this: ReconcilePage) {
    void once(this, 'export', async () => {
      const reply = await call('teacher', 'reconcileExport', { runId: own(this).run?.id ?? '' });
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      if (!(await openTable(reply.data.url))) toast('没有打开，请再试一次');
    });
  },
};
