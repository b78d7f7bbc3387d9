/** Where practice differs: the default is the national text, each other answer says who does it so. */
import type { WayRule } from '../../../domain/rules/rulebook';
import type { Setting } from '../../../domain/rules/rulebook/settings';
import { approvals } from './approvals';
import { ARMY } from './army';
import { KEEPING_OFFERED } from './keeping';
import { CARD, fee, LETTER } from './paper';
import { ABROAD_HOME, village, WORKPLACE } from './places';
import { RATE } from './rate';
import { FURTHER_STUDY } from './study';
import { DEADLINE, TIMEOUTS } from './times';

/** In the order they are asked. The fee stands before card and letter, which change the steps it makes. */
export const settingsFor = (ways: readonly WayRule[]): readonly Setting[] => [
  FURTHER_STUDY,
  WORKPLACE,
  village(ways),
  ABROAD_HOME,
  KEEPING_OFFERED,
  ARMY,
  DEADLINE,
  TIMEOUTS,
  RATE,
  approvals(ways),
  fee(ways),
  LETTER,
  CARD,
];
