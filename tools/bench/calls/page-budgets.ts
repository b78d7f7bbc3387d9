/**
 * How many requests to the database a page may cost on a warm instance: the plan counts them, and a page is opened
 * thirty times a season. `bench:call` fails on more.
 */
const OF_GRADUATE = 5;
const OF_DESK = 8;

/** The one of them that writes: it is never opened again to see what it costs. */
export const WRITTEN_PAGE = 'graduate.submit';
/** How often it may wait for the database, whoever approves first and whether it is handed in for the first time. */
export const MOST_ROUND_TRIPS = 11;

export const MOST_REQUESTS: Readonly<Record<string, number>> = {
  'account.whoAmI': OF_GRADUATE,
  'account.messages': OF_GRADUATE,
  'graduate.home': OF_GRADUATE,
  'graduate.overAge': OF_GRADUATE,
  'graduate.receivers': OF_GRADUATE,
  // Who calls, their transfer, its counter and the caller once more, and the branch where its secretary approves; record,
  // event, counter and commit; that something is due, the messages and that they are there; what WeChat is asked about the
  // pictures.
  'graduate.submit': 14,
  // Everything there is of a person, collection by collection; opened once, to look or to leave.
  'graduate.myData': 7,
  'secretary.resetQueue': OF_DESK,
  'secretary.branchBoard': OF_DESK,
  'secretary.person': OF_DESK,
  'teacher.queue': OF_DESK,
  'teacher.health': OF_DESK,
  'teacher.decision': OF_DESK,
  'teacher.people': OF_DESK,
  'teacher.person': OF_DESK,
  'teacher.roster': OF_DESK,
  'teacher.colleges': OF_DESK,
  'teacher.accounts': OF_DESK,
  'teacher.audits': OF_DESK,
  'teacher.board': OF_DESK,
};
