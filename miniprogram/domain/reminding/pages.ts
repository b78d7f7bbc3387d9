/** Every page of the mini-program by name: what `app.json` lists, what notices open, what pages navigate to. */
export const PAGES = {
  home: 'pages/home/home',
  track: 'pages/track/track',
  messages: 'pages/messages/messages',
  me: 'pages/me/me',
  signIn: 'packages/start/sign-in/sign-in',
  loginHelp: 'packages/start/login-help/login-help',
  wayPicker: 'packages/start/way-picker/way-picker',
  wayResult: 'packages/graduate/way-result/way-result',
  form: 'packages/graduate/form/form',
  review: 'packages/graduate/review/review',
  card: 'packages/graduate/card/card',
  lostCard: 'packages/graduate/lost-card/lost-card',
  ask: 'packages/graduate/ask/ask',
  changed: 'packages/graduate/changed/changed',
  forReceiver: 'packages/graduate/for-receiver/for-receiver',
  receiverPhone: 'packages/graduate/receiver-phone/receiver-phone',
  preFlight: 'packages/graduate/pre-flight/pre-flight',
  overAge: 'packages/graduate/over-age/over-age',
  myData: 'packages/graduate/my-data/my-data',
  recordFor: 'packages/graduate/record/record',
  recordMany: 'packages/graduate/record-many/record-many',
  privacy: 'packages/graduate/privacy/privacy',
  secretaryDesk: 'packages/secretary/desk/desk',
  secretaryPerson: 'packages/secretary/people/person/person',
  teacherDesk: 'packages/teacher/desk/desk',
  teacherDecision: 'packages/teacher/decision/decision',
  teacherPeople: 'packages/teacher/people/people/people',
  teacherFriday: 'packages/teacher/friday/friday',
  teacherFind: 'packages/teacher/people/find/find',
  teacherPerson: 'packages/teacher/people/person/person',
  teacherCards: 'packages/teacher/cards/cards',
  teacherAudits: 'packages/teacher/audits/audits',
  teacherImport: 'packages/teacher/roster/import/import',
  teacherCorrections: 'packages/teacher/corrections/corrections',
  teacherBranches: 'packages/teacher/roster/branches/branches',
  teacherCheck: 'packages/teacher/queue/check/check',
  teacherReconcile: 'packages/teacher/reconcile/reconcile',
  teacherOverAge: 'packages/teacher/people/over-age/over-age',
  teacherAccounts: 'packages/teacher/accounts/accounts',
  teacherRules: 'packages/teacher/rules/rules',
  teacherPastSeasons: 'packages/teacher/season/past-seasons/past-seasons',
  teacherPastSeason: 'packages/teacher/season/past-season/past-season',
} as const;
export type PageName = keyof typeof PAGES;

/** Those behind a tab, from left to right. */
export const TAB_PAGES = ['home', 'track', 'messages', 'me'] as const satisfies readonly PageName[];
export type TabPage = (typeof TAB_PAGES)[number];

/** Which pages are about the person who opens them: those want somebody signed in. All others everybody may read. */
export const NEEDS_PERSON: Readonly<Record<PageName, boolean>> = {
  home: false,
  signIn: false,
  loginHelp: false,
  wayPicker: false,
  wayResult: false,
  preFlight: false,
  lostCard: false,
  privacy: false,
  ask: false,
  forReceiver: false,
  track: true,
  messages: true,
  me: true,
  form: true,
  review: true,
  card: true,
  changed: true,
  receiverPhone: true,
  overAge: true,
  myData: true,
  recordFor: true,
  recordMany: true,
  secretaryDesk: true,
  secretaryPerson: true,
  teacherDesk: true,
  teacherDecision: true,
  teacherPeople: true,
  teacherFriday: true,
  teacherFind: true,
  teacherPerson: true,
  teacherCards: true,
  teacherAudits: true,
  teacherImport: true,
  teacherCorrections: true,
  teacherBranches: true,
  teacherCheck: true,
  teacherReconcile: true,
  teacherOverAge: true,
  teacherAccounts: true,
  teacherRules: true,
  teacherPastSeasons: true,
  teacherPastSeason: true,
};

/**
 * Old paths that go on as doors: a page there leads to the page behind it. Messages, shared cards and printed codes that
 * are out hold these paths, and WeChat refuses a message or a code to a path that the published version lacks (41030).
 */
export const DOORS = {
  signIn: 'pages/sign-in/sign-in',
  loginHelp: 'pages/login-help/login-help',
  wayPicker: 'pages/way-picker/way-picker',
} as const satisfies Partial<Record<PageName, string>>;
export type DoorName = keyof typeof DOORS;

const DOOR_NAMES: readonly DoorName[] = ['signIn', 'loginHelp', 'wayPicker'];
const BEHIND: ReadonlyMap<string, string> = new Map(DOOR_NAMES.map((name) => [DOORS[name], PAGES[name]]));

/** The path itself, or that of the page behind a door; without query. */
export const behindDoor = (path: string): string => BEHIND.get(path) ?? path;

type Query = Readonly<Record<string, string>>;

const withQuery = (path: string, query: Query): string => {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
};

/** Path with query for going there within the mini-program, e.g. `packages/graduate/way-result/way-result?way=army`. */
export const pagePath = (name: PageName, query: Query = {}): string => withQuery(PAGES[name], query);

/** Path with query for what leaves the mini-program: messages, shared cards, printed codes. */
export const doorPath = (name: DoorName, query: Query = {}): string => withQuery(DOORS[name], query);
