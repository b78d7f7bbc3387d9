/** The college the crowd belongs to: founded before the morning, in a cloud without limits. */
import type { Ports } from '../../../cloudfunctions/_shared/platform/ports';
import { loadRoster, type TeacherDesk } from '../../roster/load-roster';
import { callerOf, dataOf } from '../../simulate/departures/calls';
import { ADMIN_CODE } from '../../simulate/ports';
import { rosterOf, type Graduate } from './crowd';

const ADMIN = 'oPeakAdmin';
const TEACHER = 'oPeakTeacher';

/** Invite codes by the branch's name. */
export type InviteCodes = ReadonlyMap<string, string>;

export const foundCollege = async (ports: Ports, graduates: readonly Graduate[]): Promise<InviteCodes> => {
  const call = callerOf(ports);
  dataOf(await call(ADMIN, 'account', 'claimAdministrator', { code: ADMIN_CODE, name: '杜若川' }));
  const season = { id: '2026', name: '2026届', rulebookId: 'usst-2020' };
  dataOf(await call(ADMIN, 'teacher', 'openSeason', season));
  const { collegeId } = dataOf(await call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' }));
  const { code } = dataOf(await call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '周岚' }));
  dataOf(await call(TEACHER, 'account', 'acceptInvitation', { code, name: '周岚' }));
  const desk: TeacherDesk = {
    call: async (action, payload) => dataOf(await call(TEACHER, 'teacher', action, payload)),
    upload: ports.files.upload,
  };
  const branches = await loadRoster(desk, collegeId, rosterOf(graduates));
  return new Map(branches.map(({ name, inviteCode }) => [name, inviteCode ?? '']));
};
