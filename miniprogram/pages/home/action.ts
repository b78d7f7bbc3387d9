/** What a button of the home page does; the page maps each to a call or a page. */
export type HomeAction =
  | 'login-help'
  | 'login-done'
  | 'way-picker'
  | 'form'
  | 'card'
  | 'lost-card'
  | 'over-age'
  | 'pre-flight'
  | 'replace-picture'
  | 'track'
  | 'way-result'
  | 'changed'
  | 'ask'
  | 'copy-receiver'
  | 'remind'
  | 'hurry'
  | 'report-accepted'
  | 'report-refused';

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
