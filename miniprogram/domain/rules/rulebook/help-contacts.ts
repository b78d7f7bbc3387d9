/** Whom people can call: an office, or somebody in it. The school's own; no shipped rulebook names any. */
export interface HelpContact {
  readonly name: string;
  readonly phone: string;
  /** Empty where nobody has said. */
  readonly place: string;
  /** When somebody picks up; empty where nobody has said. */
  readonly hours: string;
}
