import type { WayRule } from '../../../domain/rules/rulebook';
import type { Start } from '../start';
import { DEFERRED } from './deferred';
import { employed } from './employed';
import { furtherStudy } from './further-study';
import { noOrganisation } from './no-organisation';
import { army, confidential } from './special';
import { studyAbroad } from './study-abroad';
import { workAbroad } from './work-abroad';
import { workplace } from './workplace';

/** Today's ways, the most frequent first, as they are started in a system. */
export const waysOf = (start: Start): WayRule[] => [
  employed(start),
  workplace(start),
  furtherStudy(start),
  noOrganisation(start),
  studyAbroad(start),
  workAbroad(start),
  army(start),
  confidential(start),
  DEFERRED,
];
