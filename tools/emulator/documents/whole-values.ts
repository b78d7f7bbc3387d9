/** Equality with whole documents and lists: MongoDB compares their keys in order, mingo in any order. */
import * as query from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { resolve } from 'mingo/util';
import { encode, isPlain, type Doc } from './wire';

type Predicate = (doc: Doc) => boolean;
type Comparison = (selector: string, operand: unknown, options: Options) => Predicate;

/** Only what holds a document can differ by the order of keys. */
const holdsDocument = (value: unknown): boolean =>
  isPlain(value) || (Array.isArray(value) && value.some(holdsDocument));

/** The field's value itself, or one element of a list. */
const equalsWhole =
  (selector: string, operand: unknown): Predicate =>
  (doc) => {
    const wanted = encode(operand);
    const found = resolve(doc, selector, { unwrapArray: true });
    return [found, ...(Array.isArray(found) ? (found as unknown[]) : [])].some(
      (value) => value !== undefined && encode(value) === wanted,
    );
  };

const equals: Comparison = (selector, operand, options) =>
  holdsDocument(operand) ? equalsWhole(selector, operand) : query.$eq(selector, operand, options);

const isOneOf: Comparison = (selector, operand, options) => {
  if (!holdsDocument(operand)) return query.$in(selector, operand, options);
  const tests = (operand as unknown[]).map((each) => equals(selector, each, options));
  return (doc) => tests.some((test) => test(doc));
};

const not =
  (comparison: Comparison): Comparison =>
  (selector, operand, options) => {
    const test = comparison(selector, operand, options);
    return (doc) => !test(doc);
  };

export const WHOLE_VALUES = { $eq: equals, $ne: not(equals), $in: isOneOf, $nin: not(isOneOf) };
