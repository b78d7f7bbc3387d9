import { MONTH_PATTERN, PHONE_PATTERN } from '../../domain/rules/fields/kinds';
import { cleanLine, plainLine } from '../../domain/text/clean-text';
import type { SubmissionFields } from '../../domain/rules/fields/catalogue';
import type { Draft } from '../../services/draft-store';

/** The part of a draft that is complete enough to be checked and handed in. */
export const toFields = (draft: Draft): SubmissionFields => {
  const organisation = cleanLine(draft.organisation ?? '');
  const name = cleanLine(draft.parentContact?.name ?? '');
  const phone = plainLine(draft.parentContact?.phone ?? '');
  const month = draft.expectedGraduation ?? '';
  return {
    ...(draft.region ? { region: draft.region } : {}),
    ...(organisation ? { organisation } : {}),
    ...(draft.initiatedAt === undefined ? {} : { initiatedAt: draft.initiatedAt }),
    ...(draft.registeredResidence ? { registeredResidence: draft.registeredResidence } : {}),
    ...(draft.currentResidence ? { currentResidence: draft.currentResidence } : {}),
    ...(name && PHONE_PATTERN.test(phone) ? { parentContact: { name, phone } } : {}),
    ...(MONTH_PATTERN.test(month) ? { expectedGraduation: month } : {}),
  };
};
