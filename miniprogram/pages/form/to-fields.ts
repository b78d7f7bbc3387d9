import { MONTH_PATTERN, PHONE_PATTERN } from '../../domain/fields';
import type { SubmissionFields } from '../../domain/model';
import type { Draft } from '../../services/draft-store';

/** The part of a draft that is complete enough to be checked and handed in. */
export const toFields = (draft: Draft): SubmissionFields => {
  const organisation = draft.organisation?.trim();
  const name = draft.parentContact?.name.trim() ?? '';
  const phone = draft.parentContact?.phone.trim() ?? '';
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
