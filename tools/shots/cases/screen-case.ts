import type { ActionName, FunctionName, Response } from '../../../miniprogram/contract';
import type { Failure } from '../../../miniprogram/domain/errors';

/** What the cloud says to one call; `silent` never answers. */
type Reply<T> = T | { readonly refused: Failure } | { readonly silent: true };

/** Always the same, or to each call in turn. */
type Replied<T> = Reply<T> | { readonly inTurn: readonly Reply<T>[] };

/** What the cloud says instead of its own reply, by function and action. */
type Replies = {
  readonly [F in FunctionName]?: {
    readonly [A in ActionName<F>]?: Replied<Response<F, A>>;
  };
};

/** One screen in one state: whose phone, which page, and what is tapped there before the picture is taken. */
export interface ScreenCase {
  readonly name: string;
  /** A name of the invented college; `stranger` has no place in it. */
  readonly who: string;
  readonly page: string;
  /** In a computer's window instead of on phones. */
  readonly onComputer?: true;
  /** Keys pressed one after the other, after the taps. */
  readonly keys?: readonly string[];
  /** Texts typed into the fields of these labels, before the taps. */
  readonly fills?: Readonly<Record<string, string>>;
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
