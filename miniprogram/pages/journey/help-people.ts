/** Whom to call, by what this phone knows: of the season's rules, whatever an older transfer goes by. */
import { helpPeople, type HelpPerson } from '../../domain/words/help-people';
import { rulebookOf } from '../../rulebooks/index';
import type { HomeResponse } from '../../services/own-transfer';
import { recallWelcome } from '../../asking/visitor';

/** @param own null for who has not signed in */
export const helpPeopleFor = (own: HomeResponse | null): readonly HelpPerson[] => {
  const id = own ? own.season.rulebookId : recallWelcome()?.rulebookId;
  const contacts = id === undefined ? [] : (rulebookOf(id)?.contacts ?? []);
  return helpPeople(contacts, own?.member ?? null);
};

/** Whom to call of the college alone: what a classmate cannot answer. @param own null for who has not signed in */
export const collegePeopleFor = (own: HomeResponse | null): readonly HelpPerson[] =>
  helpPeopleFor(own && { ...own, member: { ...own.member, secretaryName: null } });
