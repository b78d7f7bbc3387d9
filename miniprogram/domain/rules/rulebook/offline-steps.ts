/** What is done on paper beside the transfer in the system: 《团员证》, 介绍信, 团费, 告知书. */
export const OFFLINE_OPENINGS = ['submitted', 'accepted'] as const;
export const OFFLINE_DOERS = ['graduate', 'secretary', 'college'] as const;
/** number: of the letter, noted when it is done; receipt: the receiver's slip has to come back; screenshot: is shown. */
export const OFFLINE_NEEDS = ['number', 'receipt', 'screenshot'] as const;
/** committee: only where a 团委, 团工委 or 团总支 takes people in; it then has to put them into a branch. */
export const OFFLINE_RECEIVERS = ['any', 'committee'] as const;
type OfflineDoer = (typeof OFFLINE_DOERS)[number];

export interface OfflineStep {
  readonly id: string;
  readonly label: string;
  /** One line under it. */
  readonly hint: string;
  /** From which state of the transfer on it can be done. */
  readonly opens: (typeof OFFLINE_OPENINGS)[number];
  readonly who: OfflineDoer;
  /** For whom it is to be done, by what takes them in. */
  readonly receivedBy: (typeof OFFLINE_RECEIVERS)[number];
  /** Done at the college's desk, where the graduate shows a QR. At most one step of a route is. */
  readonly atDesk: boolean;
  readonly needs: readonly (typeof OFFLINE_NEEDS)[number][];
  readonly source: string;
}

interface HasSteps {
  readonly offlineSteps: readonly OfflineStep[];
}

interface NamesSteps {
  /** Ids of the rulebook's. */
  readonly offlineSteps: readonly string[];
}

/** The offline steps of a route, in its order. */
export const offlineStepsOf = ({ offlineSteps }: HasSteps, route: NamesSteps): OfflineStep[] =>
  route.offlineSteps.flatMap((id) => offlineSteps.find((step) => step.id === id) ?? []);

/** The step that is done at the college's desk with a QR; undefined where a route has none. */
export const deskStepOf = (rulebook: HasSteps, route: NamesSteps): OfflineStep | undefined =>
  offlineStepsOf(rulebook, route).find(({ atDesk }) => atDesk);
