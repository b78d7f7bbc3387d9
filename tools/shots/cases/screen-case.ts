import type { ActionName, FunctionName, Response } from '../../../miniprogram/domain/contract';

/** What the cloud says instead of its own reply, by function and action. */
export type Replies = {
  readonly [F in FunctionName]?: { readonly [A in ActionName<F>]?: Response<F, A> };
};

/** One screen in one state: whose phone, which page, and what is tapped there before the picture is taken. */
export interface ScreenCase {
  readonly name: string;
  /** A name of the invented college; `stranger` has no place in it. */
  readonly who: string;
  readonly page: string;
  /** Words tapped one after the other. */
  readonly taps?: readonly (string | RegExp)[];
  /** Words that open the album; a picture is picked there. After the taps. */
  readonly picks?: string;
  /** China time `MM-DD HH:mm` the clock is moved to first; cases are ordered by it. */
  readonly at?: string;
  /** What the cloud does to this page's calls; `silent` never answers. */
  readonly cloud?: 'failing' | 'offline' | 'silent';
  /** What becomes of an upload; without it the cloud takes it. */
  readonly upload?: 'stuck' | 'failing';
  /** For states the invented college is never in: far more or far less of everything. */
  readonly replies?: Replies;
}
