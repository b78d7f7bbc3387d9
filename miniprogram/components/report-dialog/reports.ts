/** What somebody saw on the system, where only that settles it; here in the words for teachers and secretaries. */
import type { Request } from '../../contract';
import { isQuestion, replay } from '../../domain/rules/flow';
import type { TransferState } from '../../domain/transfer/states';
import type { Rulebook } from '../../domain/rules/rulebook';
import type { TimeoutOutcome } from '../../domain/rules/rulebook/timeouts';

export type Outcome = Request<'secretary', 'confirmStatus'>['outcome'];
/** `here` is the college's alone: the list is stronger than an arrival somebody reported. */
export type CollegeOutcome = Request<'teacher', 'confirmStatus'>['outcome'];

export interface ReportChoice {
  readonly outcome: Outcome;
  readonly label: string;
  /** The one that is likely, drawn as the filled button. */
  readonly likely: boolean;
}

export interface ReportQuestion {
  readonly outcome: CollegeOutcome;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** Ready reasons; empty when none is asked. */
  readonly presets: readonly string[];
}

const LABELS: Record<CollegeOutcome, string> = {
  accepted: '已经转到',
  refused: '对方退回了',
  returned: '退回学校了',
  here: '列表里还在学校',
};

/** What of a transfer the choice depends on. */
interface Reported {
  readonly state: TransferState;
  readonly clock: { readonly outcome: TimeoutOutcome } | null;
}

/** After the deadline the outcome of its clock is the likely one; before it, that the receiver accepted. */
export const reportChoices = ({ state, clock }: Reported): ReportChoice[] => {
  if (state !== 'approved' && state !== 'timedOut') return [];
  const unlikely = state === 'approved' ? 'refused' : 'returned';
  const isReturned = state === 'timedOut' && clock?.outcome === 'lapsed';
  return [
    { outcome: unlikely, label: LABELS[unlikely], likely: isReturned },
    { outcome: 'accepted', label: LABELS.accepted, likely: !isReturned },
  ];
};

/** The reasons the graduate's refusal coach knows how to mend: the one chosen is its first answer. */
export const refusalReasons = (rulebook: Rulebook): string[] => {
  const { current } = replay(rulebook.flows['refusal-coach'], {});
  return isQuestion(current) ? current.options.map(({ label }) => label) : [];
};

/** Asked once more before it is reported, naming the organisation. */
export const reportQuestion = (
  outcome: CollegeOutcome,
  { memberName, organisation }: { memberName: string; organisation: string | undefined },
  rulebook: Rulebook,
): ReportQuestion => {
  const receiver = organisation ? `“${organisation}”` : '申请的组织';
  const said = { outcome, confirm: LABELS[outcome] };
  const system = rulebook.system.name;
  switch (outcome) {
    case 'accepted':
      return {
        ...said,
        title: `${memberName}已经转到了？`,
        text: `${system}上，团关系已经在${receiver}。确定后会告诉本人。`,
        presets: [],
      };
    case 'returned':
      return {
        ...said,
        title: `${memberName}退回学校了？`,
        text: `${system}上，团关系还在学校，没有到${receiver}。确定后会请本人改好再报。`,
        presets: [],
      };
    case 'here':
      return {
        ...said,
        title: `${memberName}还在学校？`,
        text: `之前报的是已经转到，${system}的列表里却还在学校。确定后改回“等对方接收”，本人会收到消息。`,
        presets: [],
      };
    case 'refused':
      return {
        ...said,
        title: `${system}写的退回原因是什么？`,
        text: `原因会发给${memberName}，改好再交一次就行。`,
        presets: refusalReasons(rulebook),
      };
  }
};
