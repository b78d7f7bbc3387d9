import type { HelpQuestion } from '../../domain/rules/questions';
import { ACCOUNT } from './account';
import { AFTERWARDS } from './afterwards';
import { MEMBER } from './member';
import { STUDY } from './study';
import { WORK } from './work';

/** What holds in every rulebook whose system is 智慧团建, the most asked first. */
export const USUAL_QUESTIONS: readonly HelpQuestion[] = [
  ...ACCOUNT,
  ...STUDY,
  ...WORK,
  ...AFTERWARDS,
  ...MEMBER,
];
