/** What 登录帮助 shows and remembers; its handlers stand in files by subject. */
import type { Answers } from '../../../domain/rules/flow';
import type { HelpPerson } from '../../../domain/words/help-people';
import { OWN_PAGE_DATA, type OwnPageData } from '../../../loading/own-page';
import type { LoginHelpView } from './view';

interface Data extends OwnPageData {
  view: LoginHelpView | null;
  people: readonly HelpPerson[];
  asking: boolean;
  /** A request waits on this phone for a network. */
  wanted: boolean;
}

export const initial: Data = {
  ...OWN_PAGE_DATA,
  view: null,
  people: [],
  asking: false,
  wanted: false,
};

/** What the handlers ask of the page. */
export interface HelpPage {
  readonly data: Readonly<Data>;
  answers: Answers;
  /** The revealed code; gone with the page. */
  code: string;
  setData(data: Partial<Data>): void;
  render(): void;
  refresh(): Promise<void>;
}
