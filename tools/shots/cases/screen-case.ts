/** One screen in one state: whose phone, which page, and what is tapped there before the picture is taken. */
export interface ScreenCase {
  readonly name: string;
  /** A name of the invented college; `stranger` has no place in it. */
  readonly who: string;
  readonly page: string;
  /** Words tapped one after the other. */
  readonly taps?: readonly string[];
  /** China time `MM-DD HH:mm` the clock is moved to first; cases are ordered by it. */
  readonly at?: string;
  /** What the cloud does to this page's calls. */
  readonly cloud?: 'failing' | 'offline';
}
