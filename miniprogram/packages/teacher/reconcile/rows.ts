/** The rows of 对账: people, lines nobody knows, and people of one name. */
import type { Response } from '../../../contract';
import { LISTED_WORDS } from '../../../domain/words/reconcile';
import { listEvidence } from '../../../domain/words/evidence';
import { STATE_WORDS } from '../../../domain/words/states';

export type RowsReply = Response<'teacher', 'reconcileRows'>;

export interface PersonView {
  readonly memberId: string;
  readonly name: string;
  readonly line: string;
  /** done: written down. moved: changed meanwhile, nothing was written. bare: nothing is begun, so a way is asked first. */
  readonly mark: 'open' | 'done' | 'moved' | 'bare';
  /** What was written down, with its day: `列表核对 6月17日`; empty while nothing is. */
  readonly evidence: string;
  readonly canUndo: boolean;
}

const markOf = ({ status, transferId }: RowsReply['people'][number]): PersonView['mark'] => {
  if (status === 'open') return transferId === null ? 'bare' : 'open';
  return status === 'done' ? 'done' : 'moved';
};

/** Everybody with their number: it tells people of one name apart. */
export const toPersonViews = ({ people }: RowsReply): PersonView[] =>
  people.map((person) => {
    const { memberId, name, studentNumber, branchName, shown, since, canUndo } = person;
    const mark = markOf(person);
    return {
      memberId,
      name,
      line: `${studentNumber}，${branchName}，${STATE_WORDS[shown]}`,
      mark,
      evidence: mark === 'done' && since !== null ? listEvidence(since) : '',
      canUndo,
    };
  });

/** Lines are counted in each sheet, and in each of two tables side by side, from the top. */
export const toUnknownViews = ({ unknown }: RowsReply) =>
  unknown.map(({ line, name, branchName, here, outcome }) => ({
    key: [line, name, branchName ?? ''].join(' '),
    name,
    branch: here ?? '',
    line: [branchName ?? `第 ${line} 行`, ...(outcome ? [LISTED_WORDS[outcome]] : [])].join('，'),
  }));

/** The end of the number suffices where nobody else of the name has the same. */
const tailOf = (studentNumber: string, people: readonly { readonly studentNumber: string }[]): string => {
  const tail = studentNumber.slice(-4);
  const isOnly = people.filter((one) => one.studentNumber.endsWith(tail)).length === 1;
  return isOnly ? `尾号 ${tail}` : studentNumber;
};

/** Where the lines do not say the same, who is tapped first is whom the first line means. */
const askFor = ({ lines, outcomes }: RowsReply['sameNames'][number], chosen: number): string => {
  const next = outcomes[chosen];
  if (next === undefined || outcomes.every((outcome) => outcome === null))
    return lines === 1 ? '名单里的是哪一位' : `名单里的是哪 ${lines} 位`;
  const whose = next === null ? '没写清结果的' : `写着“${LISTED_WORDS[next]}”的`;
  return outcomes.every((outcome) => outcome === next) && lines > 1
    ? `${whose}是哪 ${lines} 位`
    : `${whose}是哪一位`;
};

export const toQuestionViews = ({ sameNames }: RowsReply, picked: ReadonlyMap<string, readonly string[]>) =>
  sameNames.map((question) => {
    const { key, name, lines, people, isSettled } = question;
    const chosen = picked.get(key) ?? [];
    return {
      key,
      name: `${name}，${people[0]?.branchName ?? ''}`,
      ask: askFor(question, chosen.length),
      lines,
      isSettled,
      people: people.map(({ memberId, studentNumber }) => ({
        memberId,
        label: tailOf(studentNumber, people),
        isOn: chosen.includes(memberId),
      })),
    };
  });
