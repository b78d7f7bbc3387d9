/** Everything of a rulebook that may be changed without code. What stands in no place here nobody can change. */
import type { Rulebook } from '../../rulebook';
import type { Level, Place } from '../place';
import { placesOfPractice } from './practice';
import { placesOfContacts, placesOfSteps, placesOfTimes } from './steps';
import { placesOfWays } from './ways';
import { placesOfQuestions, placesOfWords } from './words';

/** @param rulebook as the level finds it: with what lies below its own changes, and with what it adds itself */
export const placesOf = (rulebook: Rulebook, level: Level): Place[] =>
  [
    ...placesOfWays(rulebook),
    ...placesOfSteps(rulebook),
    ...placesOfTimes(rulebook),
    ...placesOfPractice(rulebook),
    ...placesOfQuestions(rulebook),
    ...placesOfWords(rulebook),
    ...placesOfContacts(rulebook),
  ].filter(({ levels }) => levels.includes(level));
