/** The table a run was made of. The cloud keeps no file, so the phone sends it again with each answer. */
import type { Result } from '../../../domain/errors';
import { call } from '../../../asking/call';
import { uploadTable, type ChosenTable } from '../../../services/documents';

let kept: { readonly runId: string; readonly table: ChosenTable } | null = null;

export const keepTable = (runId: string, table: ChosenTable): void => {
  kept = { runId, table };
};

/** Null once another file was chosen, or the mini-program was closed: then it has to be chosen again. */
export const tableOf = (runId: string): ChosenTable | null => (kept?.runId === runId ? kept.table : null);

/** Sends a table into a folder of its own. `onProgress`: percent, 0 to 100. */
export const sendTable = async (
  table: ChosenTable,
  onProgress: (percent: number) => void,
): Promise<Result<{ fileId: string }>> => {
  const folder = await call('teacher', 'rosterFolder', {});
  return folder.ok ? uploadTable(table, folder.data.folder, onProgress) : folder;
};
