/** Every page of the mini-program by name: what `app.json` lists, what notices open, what pages navigate to. */
export const PAGES = {
  home: 'pages/home/home',
  track: 'pages/track/track',
  messages: 'pages/messages/messages',
  me: 'pages/me/me',
  signIn: 'pages/sign-in/sign-in',
  loginHelp: 'pages/login-help/login-help',
  wayPicker: 'pages/way-picker/way-picker',
  wayResult: 'pages/way-result/way-result',
  form: 'pages/form/form',
  review: 'pages/review/review',
  card: 'pages/card/card',
  lostCard: 'packages/graduate/lost-card/lost-card',
  ask: 'packages/graduate/ask/ask',
  preFlight: 'pages/pre-flight/pre-flight',
  overAge: 'packages/graduate/over-age/over-age',
  myData: 'packages/graduate/my-data/my-data',
  secretaryDesk: 'packages/secretary/desk/desk',
  secretaryPerson: 'packages/secretary/person/person',
  teacherDesk: 'packages/teacher/desk/desk',
  teacherDecision: 'packages/teacher/decision/decision',
  teacherPeople: 'packages/teacher/people/people',
  teacherPerson: 'packages/teacher/person/person',
  teacherCards: 'packages/teacher/cards/cards',
  teacherAudit: 'packages/teacher/audit/audit',
  teacherImport: 'packages/teacher/import/import',
  teacherBranches: 'packages/teacher/branches/branches',
  teacherOverAge: 'packages/teacher/over-age/over-age',
  teacherAccounts: 'packages/teacher/accounts/accounts',
  teacherPastSeasons: 'packages/teacher/past-seasons/past-seasons',
  teacherPastSeason: 'packages/teacher/past-season/past-season',
} as const;
export type PageName = keyof typeof PAGES;

/** Path with query as `wx.navigateTo` and a subscribe message take it, e.g. `pages/way-result/way-result?way=army`. */
export const pagePath = (name: PageName, query: Readonly<Record<string, string>> = {}): string => {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `${PAGES[name]}?${pairs.join('&')}` : PAGES[name];
};
