/** Teachers act within their college, the committee within all; some actions are the committee's alone. */
import type { ActionName } from '../../miniprogram/domain/contract';
import { fail } from '../../miniprogram/domain/errors';
import { createEntry } from '../_shared/entry';
import { asCollege } from '../_shared/identity';
import { createCollege } from './create-college';
import { decide } from './decide';
import { decision } from './decision';
import { importRoster } from './import-roster';
import { inviteTeacher } from './invite-teacher';
import { issueResetCode } from './issue-reset-code';
import { openSeason } from './open-season';
import { queue } from './queue';

const COMMITTEE_ONLY: readonly ActionName<'teacher'>[] = ['createCollege', 'inviteTeacher', 'openSeason'];

export const teacherEntry = createEntry({
  functionName: 'teacher',
  authorise: (visitor, action: ActionName<'teacher'>) => {
    const caller = asCollege(visitor);
    if (!caller.ok) return caller;
    return caller.data.role !== 'committee' && COMMITTEE_ONLY.includes(action) ? fail('FORBIDDEN') : caller;
  },
  handlers: {
    queue,
    decision,
    decide,
    issueResetCode,
    importRoster,
    createCollege,
    inviteTeacher,
    openSeason,
  },
});
