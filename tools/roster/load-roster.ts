/** Loads a roster as a teacher's phone does: a file, its dry run, then the writing until it is done. */
import { COLUMNS } from '../../cloudfunctions/teacher/roster/columns';
import type { RosterRow } from '../../cloudfunctions/teacher/roster/check-rows';
import type { ActionName, Request, Response } from '../../miniprogram/contract';
import { placeKey } from '../../miniprogram/domain/text/keys';

/** One teacher at a running product. A call that is refused throws. */
export interface TeacherDesk {
  readonly call: <A extends ActionName<'teacher'>>(
    action: A,
    payload: Request<'teacher', A>,
  ) => Promise<Response<'teacher', A>>;
  /** The file id. */
  readonly upload: (cloudPath: string, bytes: Buffer) => Promise<string>;
}

type Branch = Response<'teacher', 'roster'>['branches'][number];

const cellOf = (value: string | boolean | undefined): string =>
  typeof value === 'boolean' ? (value ? '是' : '否') : (value ?? '');

/** The people as a .csv with the template's headings; a cell of theirs holds neither a comma nor a quote. */
const fileOf = (people: readonly RosterRow[]): Buffer =>
  Buffer.from(
    [
      COLUMNS.map(({ heading }) => heading),
      ...people.map((person) => COLUMNS.map(({ field }) => cellOf(person[field]))),
    ]
      .map((cells) => cells.join(','))
      .join('\n'),
  );

/** Resolves to the branches these people are in, by name. */
export const loadRoster = async (
  { call, upload }: TeacherDesk,
  collegeId: string,
  people: readonly RosterRow[],
): Promise<Branch[]> => {
  const { folder } = await call('rosterFolder', {});
  const fileId = await upload(`${folder}/roster.csv`, fileOf(people));
  const { run } = await call('rosterUpload', { fileId, collegeId });
  for (let { state } = run; state !== 'applied';)
    ({ state } = (await call('rosterApply', { runId: run.id })).run);
  const named = new Set(people.map(({ branchName }) => placeKey(branchName)));
  const { branches } = await call('roster', { collegeId });
  return branches.filter(({ name }) => named.has(placeKey(name)));
};
