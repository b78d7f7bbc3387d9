/** How it is known that somebody has arrived, in one wording for the pages of the desk and for the workbook. */
import { dayOf } from '../calendar/china-time';
import { arrivalIn } from '../people/arrival';
import type { Actor } from '../rules/roles';
import type { TransferState } from '../transfer/states';

interface Entry {
  readonly step: string;
  readonly at: number;
  readonly by: { readonly role: Actor };
  readonly seenOnSystem?: boolean | undefined;
}

/** Said by whom, where nobody saw it in the list of the system. */
const SAID_BY: Readonly<Record<Actor, string>> = {
  graduate: '本人报告',
  secretary: '团支书核对',
  teacher: '学院核对',
  committee: '校团委核对',
  system: '到期按规则',
};

/** `列表核对 6月17日`: seen in the list of the system on that day of China. */
export const listEvidence = (at: number): string => `列表核对 ${dayOf(at)}`;

/** `列表核对 6月17日`, `本人报告 6月17日`, `学院登记 6月17日`; empty while nobody says that they have arrived. */
export const evidenceWords = (
  transfer: { readonly state: TransferState; readonly timeline: readonly Entry[] } | null,
): string => {
  const arrival = transfer && arrivalIn(transfer);
  if (!arrival) return '';
  if (arrival.step === 'record') return `学院登记 ${dayOf(arrival.at)}`;
  if (arrival.seenOnSystem) return listEvidence(arrival.at);
  return `${SAID_BY[arrival.by.role]} ${dayOf(arrival.at)}`;
};
