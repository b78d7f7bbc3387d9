import { formatChina } from '../../domain/calendar/china-time';
import type { FieldId, SubmissionFields } from '../../domain/rules/fields/catalogue';
import type { Region } from '../../domain/rules/fields/kinds';
import { checkOrganisationName } from '../../domain/rules/name-checker';
import type { RouteRule, WayRule } from '../../domain/rules/rulebook';

/** One line of a submission as 智慧团建 shows it. */
export interface FieldRow {
  readonly id: FieldId | 'way' | 'reason';
  readonly label: string;
  readonly value: string;
  readonly check: 'none' | 'fine' | 'doubt';
  /** What the check found, in the words of who reads it; empty without a check. */
  readonly remark: string;
}

/** The same finding is said differently to the graduate and to the teacher. */
export interface CheckWords {
  readonly reasonFine: string;
  readonly nameFine: string;
}

/** Label of each field, as 智慧团建 or the guide calls it. */
export const fieldLabel = (field: FieldId, { receiver }: RouteRule): string => {
  const labels: Record<FieldId, string> = {
    region: receiver?.placeLabel ?? '转入组织所在地',
    organisation: '申请转入组织',
    initiatedAt: '发起时间',
    screenshots: '转出页面截图',
    registeredResidence: '户籍所在地',
    currentResidence: '居住地',
    parentContact: '父母联系方式',
    expectedGraduation: '预计毕业时间',
  };
  return labels[field];
};

/** Names from the largest place down; a municipality names itself twice. */
export const regionText = (region: Region): string =>
  region.names.filter((name, index) => name !== region.names[index - 1] && name !== '市辖区').join(' ');

/** `2027-06` → `2027年6月`. */
export const monthText = (month: string): string => month.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月');

/** 去向 with its route, where the way has several. */
export const wayText = (way: WayRule, route: RouteRule): string =>
  way.routes.length > 1 ? `${way.label}，${route.label}` : way.label;

const TEXT_OF: Record<Exclude<FieldId, 'screenshots'>, (fields: SubmissionFields) => string | undefined> = {
  organisation: ({ organisation }) => organisation,
  region: ({ region }) => region && regionText(region),
  registeredResidence: ({ registeredResidence }) => registeredResidence && regionText(registeredResidence),
  currentResidence: ({ currentResidence }) => currentResidence && regionText(currentResidence),
  parentContact: ({ parentContact }) => parentContact && `${parentContact.name} ${parentContact.phone}`,
  initiatedAt: ({ initiatedAt }) =>
    initiatedAt === undefined ? undefined : formatChina(initiatedAt, 'M月D日 HH:mm'),
  expectedGraduation: ({ expectedGraduation }) => expectedGraduation && monthText(expectedGraduation),
};

const ORDER = Object.keys(TEXT_OF) as (keyof typeof TEXT_OF)[];

const plain = { check: 'none', remark: '' } as const;

const nameCheck = (name: string, route: RouteRule, words: CheckWords): Pick<FieldRow, 'check' | 'remark'> => {
  const [finding] = checkOrganisationName(name, route);
  return finding ? { check: 'doubt', remark: finding.title } : { check: 'fine', remark: words.nameFine };
};

/** The submission in the order of the page on 智慧团建: 去向, 接转原因, then what the way asked for. */
export const fieldRows = (
  way: WayRule,
  route: RouteRule,
  fields: SubmissionFields,
  words: CheckWords,
): FieldRow[] => {
  const rows: FieldRow[] = [{ id: 'way', label: '去向', value: wayText(way, route), ...plain }];
  if (route.transferReason !== null) {
    rows.push({
      id: 'reason',
      label: '接转原因',
      value: route.transferReason,
      check: 'fine',
      remark: words.reasonFine,
    });
  }
  for (const id of ORDER) {
    const value = TEXT_OF[id](fields);
    if (value === undefined || value === '') continue;
    const check = id === 'organisation' ? nameCheck(value, route, words) : plain;
    rows.push({ id, label: fieldLabel(id, route), value, ...check });
  }
  return rows;
};
