/** Where a person is on the way from the roster to the 《团员证》, as lists and figures count it. */
export const PEOPLE_STEPS = [
  'bind',
  'login',
  'choose',
  'fill',
  'college',
  'receiver',
  'card',
  'done',
] as const;

export type PeopleStep = (typeof PEOPLE_STEPS)[number];
