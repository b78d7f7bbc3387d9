/** What the graduate's pages open with. */
import * as v from 'valibot';
import { announcementView } from '../announcement';
import { defineAction } from '../define';
import { empty, instant, noticeView, resetRequestView, seasonView, subscriptionView } from '../parts';
import { transferView } from '../transfer';
import { overAgeReport } from './over-age';

export const homeActions = {
  /** All that home, progress, login help and the form show, in one call. */
  home: defineAction(
    empty,
    v.object({
      member: v.object({
        id: v.string(),
        name: v.string(),
        branchName: v.string(),
        collegeName: v.string(),
        secretaryName: v.nullable(v.string()),
        /** Only where the secretary has given it to classmates. */
        secretaryPhone: v.optional(v.nullable(v.string())),
        teacherName: v.nullable(v.string()),
        isSecretary: v.boolean(),
        /** Null where no roster says it. */
        hasLeaguePost: v.nullable(v.boolean()),
        overAge: v.boolean(),
        /** Whether the age limit is reached in the month of graduation, whatever the post. */
        age: v.picklist(['under', 'over', 'unknown']),
      }),
      season: v.object({ ...seasonView.entries, openedAt: instant }),
      /** The committee's word to everybody; none is null. */
      announcement: v.optional(v.nullable(announcementView)),
      /** Of the own college, beside the university's. */
      collegeAnnouncement: v.optional(v.nullable(announcementView)),
      /** What came of telling the college about the age; null for who need not. */
      overAgeReport: v.optional(v.nullable(overAgeReport)),
      /** When the graduate said they can log in to 智慧团建. */
      loginConfirmedAt: v.nullable(instant),
      transfer: v.nullable(transferView),
      /** Pictures of it that WeChat finds risky: nobody else is shown them, and another one is asked for. */
      picturesToReplace: v.optional(v.array(v.string())),
      resetRequest: v.nullable(resetRequestView),
      unread: v.number(),
      latestNotice: v.nullable(noticeView),
      subscription: subscriptionView,
      /** Reminders still planned for this transfer. */
      comingReminders: v.array(v.object({ kind: v.string(), dueAt: instant })),
      now: instant,
    }),
    [],
  ),
  confirmLogin: defineAction(empty, v.object({ loginConfirmedAt: instant }), []),
};
