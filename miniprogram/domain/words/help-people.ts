/** Whom a graduate can turn to, as rows to tap: their own secretary, then the offices the school has named. */
import type { HelpContact } from '../rules/rulebook/help-contacts';
import { teacherNamed } from './teachers';

export interface HelpPerson {
  /** An office, or a person with what they are. */
  readonly name: string;
  /** Number, place and hours, as far as they are known; else how to reach them all the same. */
  readonly line: string;
  /** Empty where nobody has given one. */
  readonly phone: string;
}

/** What the cloud tells a graduate of the people who look after them. */
export interface LookedAfter {
  readonly secretaryName: string | null;
  /** Only where the secretary has given it. */
  readonly secretaryPhone?: string | null | undefined;
  readonly teacherName: string | null;
  /** The graduate is the branch's secretary. */
  readonly isSecretary: boolean;
}

const lineOf = (...parts: readonly string[]): string => parts.filter(Boolean).join('，');

const secretaryOf = ({ secretaryName, secretaryPhone, isSecretary }: LookedAfter): HelpPerson[] =>
  secretaryName === null || isSecretary
    ? []
    : [
        {
          name: `团支书${secretaryName}`,
          line: secretaryPhone ?? '没有留电话，在班级群里找',
          phone: secretaryPhone ?? '',
        },
      ];

const teacherOf = ({ teacherName }: LookedAfter): HelpPerson[] =>
  teacherName === null
    ? []
    : [{ name: `学院团委${teacherNamed(teacherName)}`, line: '还没有留电话，在学院的群里找', phone: '' }];

/**
 * @param contacts of the school and college; none is common before anybody has filled them in
 * @param own null for who has not signed in: they see offices and no persons
 */
export const helpPeople = (
  contacts: readonly HelpContact[],
  own: LookedAfter | null,
): readonly HelpPerson[] => [
  ...(own ? secretaryOf(own) : []),
  ...contacts.map(({ name, phone, place, hours }) => ({ name, phone, line: lineOf(phone, place, hours) })),
  ...(own && contacts.length === 0 ? teacherOf(own) : []),
];
