import type { PageName } from '../../domain/reminding/pages';

/** What opens another page. */
const OPENS = {
  'login-help': 'loginHelp',
  'way-picker': 'wayPicker',
  form: 'form',
  card: 'card',
  'lost-card': 'lostCard',
  'over-age': 'overAge',
  'pre-flight': 'preFlight',
  track: 'track',
  changed: 'changed',
  ask: 'ask',
} as const satisfies Record<string, PageName>;

/** What is done on the home page itself. */
export type ActionHere =
  | 'login-done'
  | 'replace-picture'
  | 'way-result'
  | 'copy-receiver'
  | 'remind'
  | 'hurry'
  | 'report-accepted'
  | 'report-refused';

/** What a button of the home page does. */
export type HomeAction = keyof typeof OPENS | ActionHere;

const opens = (id: HomeAction): id is keyof typeof OPENS => id in OPENS;

export const actionOf = (
  id: HomeAction,
): { readonly page: PageName } | { readonly page: null; readonly here: ActionHere } =>
  opens(id) ? { page: OPENS[id] } : { page: null, here: id };

export interface NextAction {
  readonly heading: string;
  readonly title: string;
  readonly why: string;
  readonly primary: { readonly id: HomeAction; readonly text: string; readonly icon?: string } | null;
  readonly choices: readonly { readonly id: HomeAction; readonly text: string }[];
}

/** Without what most actions have in common. */
export type ActionWords = Omit<NextAction, 'heading' | 'choices'> &
  Partial<Pick<NextAction, 'heading' | 'choices'>>;
