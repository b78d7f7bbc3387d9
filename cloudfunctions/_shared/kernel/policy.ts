/** Numbers of this product that no rulebook decides, in one place. Durations in milliseconds. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Wrong tries before signing in is locked. A student number bears more than one WeChat may try, so that nobody alone can
 * lock a classmate out; at this pace a code of six characters stands for centuries.
 */
export const SIGN_IN = { maxTries: 5, maxTriesOfNumber: 20, lockMs: 15 * MINUTE } as const;

/**
 * Tries of all WeChats together before a code that gives rights is locked for `SIGN_IN.lockMs`. One WeChat has five, so
 * nobody alone shuts the others out. Invitations are one code among 31^12, the administrator's is as long as it was set.
 */
export const GUARDED_CODES = { administrator: 20, invitations: 200 } as const;

/**
 * How long the address of a screenshot or an invite image works, and the one WeChat is given to look at, which it does
 * within half an hour; how long the random part of its folder is.
 */
export const PICTURES = {
  urlSeconds: 15 * 60,
  checkUrlSeconds: 60 * 60,
  folderLength: 16,
  headTimeoutMs: 3 * SECOND,
} as const;

/**
 * How often one person may do on one China day what tells somebody else, or costs a request elsewhere: more than anybody
 * needs who is mending a mistake, and few enough that nobody is flooded.
 */
export const PER_DAY = {
  /** Steps of one transfer, by the graduate and the secretaries together. Withdrawing is always possible. */
  steps: {
    'choose-way': 20,
    'change-situation': 5,
    submit: 5,
    hurry: 1,
    register: 5,
    'report-accepted': 5,
    'report-refused': 5,
    'report-returned': 5,
  },
  resetRequests: 3,
  /** Of one student number: whoever deletes their data and comes back begins all other counts anew. */
  signIns: 3,
  /** Each holds a dozen pictures at most. */
  uploadFolders: 20,
  /** Of one branch: a new code takes the old one from classmates who still hold it. */
  inviteCodes: 10,
  inviteImages: 20,
  /** Of one account: more than a teacher writes who gives a whole college its reasons. */
  textChecks: 500,
} as const;

export const CODES = { inviteLength: 6, invitationLength: 12, invitationMs: 7 * DAY } as const;

export const DELIVERY = {
  /** Also how long a notice waits that may have been sent. No send starts that could outlive it. */
  leaseMs: MINUTE,
  /** Ids looked up at once; the server gives no more. */
  lookAhead: 1000,
  /** Notices claimed by one lease; fewer by the first, so that sending starts at once. */
  firstBatchSize: 50,
  batchSize: 250,
  /** Sent notices written down together: as many may repeat when a sender dies just before. */
  settleSize: 125,
  /** Batches on their way at once, so that one is claimed while another is sent. */
  parallelBatches: 2,
  /** Requests to WeChat at once, over all batches of a run. */
  parallelSends: 20,
  firstBackoffMs: MINUTE,
  maxBackoffMs: 2 * HOUR,
  maxAttempts: 8,
  /** How long everything waits that WeChat takes nothing of, until somebody has mended the set-up. */
  deniedMs: 10 * MINUTE,
  /** After a refusal that the ledger does not explain: then WeChat is asked once more. */
  doubtMs: 2 * MINUTE,
  /** How long a notice waits whose cause cannot be read. */
  unknownCauseMs: HOUR,
  /** The same of one that a fault of ours keeps from being sent, an event that cannot be told: until it may be mended. */
  brokenMs: HOUR,
  sendTimeoutMs: 5 * SECOND,
  /** Nothing is sent any more after this much of the function's timeout; what is left goes back. */
  budgetMs: 40 * SECOND,
  /** Sent within this of its due time counts as prompt. */
  promptMs: MINUTE,
} as const;

/**
 * What the timer is told ahead of a commit may still be on its way for `commitMs`: longer than a transaction lives. What
 * the clock decides is looked at every morning, so that only what comes within `seenAheadHours` has to be announced.
 */
export const WAKE = {
  commitMs: 40 * SECOND,
  seenAheadHours: 24,
  morningHour: 7,
  againMs: 5 * MINUTE,
} as const;

/**
 * WeChat refuses a message while another one to the same person is on its way. One run sends one after the other; of two
 * runs at once the later tries again, this often and within `sendTimeoutMs`. Refused even then, it is planned anew as all
 * that is busy, eight times over some hours: no send takes that long, so nothing is lost, and no lock is needed.
 */
export const CROWDED = { tries: 3, pauseMs: SECOND } as const;

/**
 * A request to the database that the plan refuses is asked for again after a random pause of at most `firstMs`, twice as
 * much each time up to `mostMs`. A call that has had no answer yet gives up at once: the phone comes again, and only few
 * are under way together: many would keep each other waiting, hold their transactions open and so conflict. One that has
 * begun is worth some 8 seconds, and asks more often.
 */
export const REFUSED_REQUEST = {
  entering: { tries: 1, firstMs: 300, mostMs: 300 },
  begun: { tries: 80, firstMs: 50, mostMs: 200 },
} as const;

/** 企业微信 takes at most 4096 bytes of markdown. */
export const ROBOT = { maxBytes: 4000, lines: 12, timeoutMs: 5 * SECOND } as const;

export const PAGING = {
  sweep: 50,
  journal: 50,
  untold: 100,
  queue: 100,
  queuePage: 50,
  overAge: 200,
  people: 50,
  recount: 500,
  person: 20,
  personNotices: 100,
  myAudits: 100,
  cardSearch: 20,
  messages: 20,
  branch: 300,
  inboxLookback: 60,
  deadLetters: 50,
  alarms: 100,
  seasons: 20,
  invitations: 100,
  corrections: 100,
} as const;

/**
 * How long a personal QR for the card desk works, and how many digits stand for it. Guessing them leads no further
 * than the search by name the desk has anyway, and only to a few people for ten minutes.
 */
export const CARD = { passMs: 10 * MINUTE, digits: 8 } as const;

/** How long a warm instance remembers who is on a roster, and how many of those found a search shows. */
export const DIRECTORY = { keptMs: 10 * MINUTE, parallelColleges: 8, shown: 30, shownBranches: 10 } as const;

/** Entries on a page of the audit, and people of one name looked up. */
export const AUDITS = { page: 50, namesakes: 10 } as const;

/** How long a fault stays on the teacher's page after it was met last. */
export const ALARM = { shownMs: 7 * DAY } as const;

/** How often a warm instance tells of one record that cannot be read, of how many at once, and how many it remembers. */
export const UNREADABLE = { tellEveryMs: HOUR, atOnce: 50, remembered: 2000 } as const;

/** Clearing a season away: branches and time of one call, people at once. */
export const PURGE = { branches: 20, budgetMs: 8 * SECOND, parallel: 5 } as const;

/** Shards, branches and colleges are fewer than this. */
export const BOARD = { tallies: 1000, branches: 500, parallelCounts: 10 } as const;

/** Decisions of one batch under way at once. */
export const BATCH = { parallel: 5 } as const;

export const NUDGE = { peoplePerTransaction: 20, parallelTransactions: 5 } as const;

export const MEMORY = { bookedAskIds: 30, heardPushes: 30, failures: 10 } as const;

/** How long a warm instance remembers what visitors are told. */
export const WELCOME = { rememberedMs: MINUTE } as const;
