import type { CollegeCaller } from '../../_shared/calls/identity';

export type NoticeScope = { readonly collegeId?: string };

/** Teachers see their college's notices, the committee all. */
export const noticeScope = ({ role, scopeId }: CollegeCaller): NoticeScope =>
  role === 'committee' ? {} : { collegeId: scopeId };
