/** Every page of the mini-program by name: what `app.json` lists, what notices open, what pages navigate to. */
export const PAGES = {
  home: 'pages/home/home',
  track: 'pages/track/track',
  messages: 'pages/messages/messages',
  me: 'pages/me/me',
  signIn: 'pages/sign-in/sign-in',
  loginHelp: 'packages/start/login-help/login-help',
  wayPicker: 'packages/start/way-picker/way-picker',
  wayResult: 'packages/graduate/way-result/way-result',
  form: 'packages/graduate/form/form',
  review: 'packages/graduate/review/review',
  card: 'packages/graduate/card/card',
  lostCard: 'packages/graduate/lost-card/lost-card',
  ask: 'packages/graduate/ask/ask',
  changed: 'packages/graduate/changed/changed',
  preFlight: 'packages/graduate/pre-flight/pre-flight',
  overAge: 'packages/graduate/over-age/over-age',
  myData: 'packages/graduate/my-data/my-data',
  recordFor: 'packages/graduate/record/record',
  privacy: 'packages/graduate/privacy/privacy',
  secretaryDesk: 'packages/secretary/desk/desk',
  secretaryPerson: 'packages/secretary/people/person/person',
  teacherDesk: 'packages/teacher/desk/desk',
  teacherDecision: 'packages/teacher/decision/decision',
  teacherPeople: 'packages/teacher/people/people/people',
  teacherFind: 'packages/teacher/people/find/find',
  teacherPerson: 'packages/teacher/people/person/person',
  teacherCards: 'packages/teacher/cards/cards',
  teacherAudits: 'packages/teacher/audits/audits',
  teacherImport: 'packages/teacher/roster/import/import',
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
  track: true,
  messages: true,
  me: true,
  form: true,
  review: true,
  card: true,
  changed: true,
  overAge: true,
  myData: true,
  recordFor: true,
  secretaryDesk: true,
  secretaryPerson: true,
  teacherDesk: true,
  teacherDecision: true,
  teacherPeople: true,
  teacherFind: true,
  teacherPerson: true,
  teacherCards: true,
  teacherAudits: true,
  teacherImport: true,
  teacherBranches: true,
  teacherCheck: true,
  teacherReconcile: true,
  teacherOverAge: true,
  teacherAccounts: true,
  teacherRules: true,
  teacherPastSeasons: true,
  teacherPastSeason: true,
};

/** Paths of earlier versions: messages, shared cards and printed codes that are out already still open these. */
const MOVED: Readonly<Record<string, PageName>> = {
  'pages/login-help/login-help': 'loginHelp',
  'pages/way-picker/way-picker': 'wayPicker',
};

const NAMES = new Map(Object.entries(PAGES).map(([name, path]): [string, string] => [path, name]));
const isPage = (name: string | undefined): name is PageName => name !== undefined && name in PAGES;

/** The page that a path without query means today, also one of an earlier version; undefined for no page of ours. */
export const pageNamed = (path: string): PageName | undefined => {
  const name = MOVED[path] ?? NAMES.get(path);
  return isPage(name) ? name : undefined;
};

/** Path with query as `wx.navigateTo` and a subscribe message take it, e.g. `packages/graduate/way-result/way-result?way=army`. */
export const pagePath = (name: PageName, query: Readonly<Record<string, string>> = {}): string => {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `${PAGES[name]}?${pairs.join('&')}` : PAGES[name];
};
