import type { ShownState } from '../../domain/transfer/shown-state';

/** Themes of t-tag. */
export type TagTheme = 'default' | 'primary' | 'warning' | 'danger' | 'success';

/** The colour of a transfer's tag. */
export const STATE_THEMES: Readonly<Record<ShownState, TagTheme>> = {
  none: 'default',
  planned: 'default',
  draft: 'default',
  submitted: 'primary',
  returned: 'warning',
  approved: 'primary',
  refused: 'danger',
  timedOut: 'danger',
  lapsed: 'default',
  accepted: 'success',
  registered: 'primary',
  recorded: 'success',
  withdrawn: 'default',
  completed: 'success',
  'with-secretary': 'primary',
  'approved-by-secretary': 'primary',
  'returned-by-secretary': 'warning',
  'lapsed-at-school': 'default',
  closed: 'default',
};
