/** What a graduate fills in where any valid value will do. */
import type { FieldId, SubmissionFields } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import { REGION } from './people';

type Typed = Exclude<FieldId, 'screenshots'>;

/** Exactly what the route asks for; begun an hour before `now` (epoch ms). */
export const filledFields = ({ required, organisationEndings }: RouteRule, now: number): SubmissionFields => {
  const all: Readonly<Record<Typed, unknown>> = {
    region: REGION,
    organisation: `上海市杨浦区定海路街道${organisationEndings[0] ?? '团支部'}`,
    initiatedAt: now - 3_600_000,
    registeredResidence: REGION,
    currentResidence: REGION,
    parentContact: { name: '林建国', phone: '13800138000' },
    expectedGraduation: '2028-06',
    studyPlace: '英国，曼彻斯特大学',
    returnMonth: '2028-09',
  };
  return Object.fromEntries(Object.entries(all).filter(([id]) => required.some((field) => field === id)));
};
