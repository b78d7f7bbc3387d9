/** Numbers of this product that no rulebook decides, in one place. Durations in milliseconds. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Wrong tries before signing in is locked: by one WeChat (`maxTries`), and at one student number by all of them
 * (`maxTriesOfNumber`). The second is larger, so that nobody can lock a classmate out alone. At this pace guessing a code
 * of six characters takes centuries.
 */
export const SIGN_IN = { maxTries: 5, maxTriesOfNumber: 20, lockMs: 15 * MINUTE } as const;

/**
 * Wrong tries of all WeChats together before a code that gives rights is locked for `SIGN_IN.lockMs`. One WeChat has
 * five (`SIGN_IN.maxTries`), so nobody can lock the others out alone. An invitation is one code of 31^12; how long the
 * administrator's code is decides whoever sets it.
 */
export const GUARDED_CODES = { administrator: 20, invitations: 200 } as const;

/**
 * `urlSeconds`: how long the address of a screenshot or an invite image works. `checkUrlSeconds`: the same of the
 * address WeChat is given to check a picture, which it does within half an hour. `folderLength`: characters of the random
 * part of a picture's folder. `headTimeoutMs`: how long the first bytes of a picture are waited for.
 */
export const PICTURES = {
  urlSeconds: 15 * 60,
  checkUrlSeconds: 60 * 60,
  folderLength: 16,
  headTimeoutMs: 3 * SECOND,
} as const;

/**
 * How often one person may do something on one China day that sends a message to somebody else, or costs a request to
 * another service. Enough for everybody who corrects a mistake, and too few to flood anybody.
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
  /** By student number: deleting one's data sets all other counts back to zero, but not this one. */
  signIns: 3,
  /** Each holds a dozen pictures at most. */
  uploadFolders: 20,
  /** By branch: a new code makes the old one useless to classmates who still hold it. */
  inviteCodes: 10,
  inviteImages: 20,
  /** By account: more than the reasons a teacher writes for a whole college. */
  textChecks: 500,
} as const;

export const CODES = { inviteLength: 6, invitationLength: 12, invitationMs: 7 * DAY } as const;

export const DELIVERY = {
  /** How long a claimed batch belongs to its sender. No send starts that could outlive it; a notice that may have been sent waits as long. */
  leaseMs: MINUTE,
  /** Ids looked up at once; the server gives no more. */
  lookAhead: 1000,
  /** Notices claimed at once. The first batch of a run is smaller, so that sending starts sooner. */
  firstBatchSize: 50,
  batchSize: 250,
  /** Sent notices written down together. When a sender dies just before, so many may be sent twice. */
  settleSize: 125,
  /** Batches under way at once: one is claimed while another is sent. */
  parallelBatches: 2,
  /** Requests to WeChat at once, over all batches of a run. */
  parallelSends: 20,
  firstBackoffMs: MINUTE,
  maxBackoffMs: 2 * HOUR,
  maxAttempts: 8,
  /** How long all messages wait after WeChat refused the set-up itself (a template, a key), which somebody has to mend. */
  deniedMs: 10 * MINUTE,
  /** How long a notice waits that WeChat refused for want of consent while our ledger has some; then it is tried once more. */
  doubtMs: 2 * MINUTE,
  /** How long a notice waits whose cause cannot be read. */
  unknownCauseMs: HOUR,
  /** How long a notice or an event waits that a fault of this program keeps from leaving, so that a release can mend it. */
  brokenMs: HOUR,
  sendTimeoutMs: 5 * SECOND,
  /** After this much of the function's timeout nothing more is sent; what is left of the batch is given back. */
  budgetMs: 40 * SECOND,
  /** Sent within this of its due time counts as prompt. */
  promptMs: MINUTE,
} as const;

/**
 * The timer is told of something due before the transaction that makes it due commits. For `commitMs`, longer than a
 * transaction may live, it therefore looks again even if it finds nothing. What the clock decides is looked for every
 * morning, so only what comes within `seenAheadHours` has to be announced.
 */
export const WAKE = {
  commitMs: 40 * SECOND,
  seenAheadHours: 24,
  morningHour: 7,
  againMs: 5 * MINUTE,
} as const;

/**
 * WeChat refuses a message while another one to the same person is under way (43108). Within a run a person's messages
 * leave one after the other. When two runs meet, the later one tries again, `tries` times and within `sendTimeoutMs`. If
 * that does not help, the message is retried like any other that WeChat was too busy for: `DELIVERY.maxAttempts` times
 * over some hours. No send takes that long, so nothing is lost and no lock is needed.
 */
export const CROWDED = { tries: 3, pauseMs: SECOND } as const;

/**
 * What a call does when the plan's limit refuses a request to the database: it asks again after a random pause of at most
 * `firstMs`, doubled each time up to `mostMs`.
 * - `entering`, no request of the call was answered yet: it gives up almost at once, and the phone asks again later. So
 *   only a few calls are under way together; many would keep each other waiting with open transactions, and conflict.
 * - `begun`, some were answered: stopping now would waste them, so it goes on asking for some 8 seconds.
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
 * How long a personal QR for the card desk works, and how many digits can be typed in its place. Guessing the digits is no
 * danger: they lead to people the desk can find by name anyway, and only to those who have shown a QR within ten minutes.
 */
export const CARD = { passMs: 10 * MINUTE, digits: 8 } as const;

/** The search for people: how long a warm instance remembers a roster, and how many hits are shown. */
export const DIRECTORY = { keptMs: 10 * MINUTE, parallelColleges: 8, shown: 30, shownBranches: 10 } as const;

/** Entries on a page of the audit, and people of one name looked up. */
export const AUDITS = { page: 50, namesakes: 10 } as const;

/** How long a fault stays on the teacher's page after it was met last. */
export const ALARM = { shownMs: 7 * DAY } as const;

/** Alarms about records that cannot be read, of one warm instance: how often about the same record, about how many at once, how many records it remembers. */
export const UNREADABLE = { tellEveryMs: HOUR, atOnce: 50, remembered: 2000 } as const;

/** Purging a season: branches and time that one call takes, people removed at the same time. */
export const PURGE = { branches: 20, budgetMs: 8 * SECOND, parallel: 5 } as const;

/** Upper bounds of what the board reads: more shards or branches than a college can have. */
export const BOARD = { tallies: 1000, branches: 500, parallelCounts: 10 } as const;

/** Decisions of one batch under way at once. */
export const BATCH = { parallel: 5 } as const;

export const NUDGE = { peoplePerTransaction: 20, parallelTransactions: 5 } as const;

export const MEMORY = { bookedAskIds: 30, heardPushes: 30, failures: 10 } as const;

/** How long a warm instance remembers what visitors are told. */
export const WELCOME = { rememberedMs: MINUTE } as const;
