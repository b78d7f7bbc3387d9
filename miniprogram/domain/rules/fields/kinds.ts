/** The kinds of input a field can have: what each holds, when it is filled in, and which words were typed into it. */
import { isEmpty } from '../../text/clean-text';

/** A place down to 街道/乡镇 as WeChat's region picker returns it: names from the largest to the smallest. */
export interface Region {
  readonly names: string[];
  /** Administrative code of the smallest named place. */
  readonly code: string;
}

interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** What a field of each kind holds. Pictures are files beside the fields and have no value among them. */
export interface FieldValues {
  place: Region;
  /** One line of free text. */
  text: string;
  /** The full name of a League branch: a text that the route's name rules check. */
  branchName: string;
  /** When the person handed in on 智慧团建, epoch ms. */
  startedAt: number;
  /** `YYYY-MM` */
  month: string;
  contact: Contact;
}

export type ValueKind = keyof FieldValues;
export type FieldKind = ValueKind | 'pictures';

/** A table with one way of treating each kind: a kind that is forgotten does not compile. */
export type ByKind<Result> = { readonly [Kind in ValueKind]: (value: FieldValues[Kind]) => Result };

/** As people write a number to call, blanks and hyphens between the digits. */
export const PHONE_PATTERN = /^\+?[\d -]{7,20}$/;
/** `YYYY-MM` */
export const MONTH_PATTERN = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether something was filled in: blanks alone are nothing. */
export const IS_GIVEN: ByKind<boolean> = {
  place: () => true,
  text: (text) => !isEmpty(text),
  branchName: (name) => !isEmpty(name),
  startedAt: () => true,
  month: (month) => !isEmpty(month),
  contact: () => true,
};

/** The words a person typed freely, which WeChat's text check has to see. */
export const TYPED_WORDS: ByKind<readonly string[]> = {
  place: ({ names }) => names,
  text: (text) => [text],
  branchName: (name) => [name],
  startedAt: () => [],
  month: () => [],
  contact: ({ name }) => [name],
};
