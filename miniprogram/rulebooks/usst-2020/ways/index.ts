import type { WayRule } from '../../../domain/rules/rulebook';
import type { Terms } from '../terms';
import { army, deferred } from './by-college';
import { confidential } from './confidential';
import { employed } from './employed';
import { furtherStudy } from './further-study';
import { noOrganisation } from './no-organisation';
import { studyAbroad } from './study-abroad';
import { workAbroad } from './work-abroad';

/** The eight ways in the guide's order, written in a rulebook's terms. */
export const waysOf = (terms: Terms): WayRule[] => [
  noOrganisation(terms),
  employed(terms),
  furtherStudy(terms),
  studyAbroad(terms),
  workAbroad(terms),
  army(terms),
  confidential(terms),
  deferred(terms),
];
