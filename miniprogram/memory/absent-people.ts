/** Whom a list of the desk hands to the page on which several are recorded together. */
export interface AbsentPerson {
  readonly memberId: string;
  readonly name: string;
  /** Tells people of one name apart; empty where the list does not say it. */
  readonly studentNumber: string;
  readonly branchName: string;
}

let absent: readonly AbsentPerson[] = [];

export const rememberAbsent = (people: readonly AbsentPerson[]): void => {
  absent = [...people];
};

/** Those of the list that was shown last. */
export const absentPeople = (): readonly AbsentPerson[] => absent;
