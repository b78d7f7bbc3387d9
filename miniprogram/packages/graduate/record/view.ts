/** A classmate who never came, as a secretary or a teacher records for them. */
import type { Response } from '../../../contract';
import { cleanLine } from '../../../domain/text/clean-text';
import { routeOf, wayOf, type Rulebook } from '../../../domain/rules/rulebook/index';
import { isEditable, stepsFor } from '../../../domain/transfer/lifecycle';
import { mayRecordFor } from '../../../domain/transfer/on-behalf';
import { spokenOf } from '../../../domain/words/spoken-of';
import { wayRows, type WayRow } from '../../../domain/words/way-rows';
import { failuresOf } from '../form/problems';
import { typedTime } from '../form/start-time';
import { toFormView, type FormView } from '../form/view';
import type { Work } from '../form/work';

export type Recorder = 'secretary' | 'teacher';
/** As a secretary sees them, who is told the least. */
export type Person = Response<'secretary', 'person'>['person'];

/** Every way and route somebody may record: nothing secret by a secretary. */
export const waysFor = (rulebook: Rulebook, as: Recorder): WayRow[] =>
  wayRows(rulebook, (route) => stepsFor('none', as, route, { isUntouched: true }).includes('choose-way'));

export type Phase = 'way' | 'start' | 'done';

/** What comes next: the way, what was started, or nothing because they have begun themselves. */
export const phaseOf = ({ transfer }: Pick<Person, 'transfer'>): Phase => {
  // The college has it in hand where a secretary is not told the way.
  if (!mayRecordFor(transfer) || transfer?.wayId === null) return 'done';
  return transfer && isEditable(transfer.state) ? 'start' : 'way';
};

/** What the form works on; undefined where the rulebook has no such way. Pictures are not asked for. */
export const workFor = (person: Person, rulebook: Rulebook): Work | undefined => {
  const { wayId = null, routeId = null } = person.transfer ?? {};
  if (wayId === null || routeId === null) return undefined;
  return workOn(
    rulebook,
    { wayId, routeId },
    { ownBranch: person.branchName, ownCollege: person.collegeName },
  );
};

/** The form of a route with nothing filled in; undefined where the rulebook has no such way. */
export const workOn = (
  rulebook: Rulebook,
  { wayId, routeId }: Pick<WayRow, 'wayId' | 'routeId'>,
  places: Work['own'],
): Work | undefined => {
  const way = wayOf(rulebook, wayId);
  const route = routeOf(rulebook, wayId, routeId);
  if (!way || !route) return undefined;
  return {
    rulebook,
    way,
    route,
    draft: {},
    shots: [],
    keptName: '',
    own: places,
    receivers: [],
    preFlight: {},
    time: typedTime(undefined),
    seasonOpenedAt: 0,
    isContactUnreadable: false,
  };
};

export interface Box {
  readonly label: string;
  readonly text: string;
}

/** As it is searched for there: without blanks at its ends. */
const organisationBox = (typed = ''): Box[] => {
  const text = cleanLine(typed);
  return text === '' ? [] : [{ label: '申请转入组织', text }];
};

/** What is typed into the system for them, as it words it; the organisation once it is known. */
export const boxesOf = (person: Person, work: Work | null): Box[] => [
  { label: '姓名', text: person.name },
  { label: '学号', text: person.studentNumber },
  ...(work?.route.transferReason
    ? [{ label: work.rulebook.system.reasonLabel, text: work.route.transferReason }]
    : []),
  ...organisationBox(work?.draft.organisation),
];

type NameField = FormView['organisation'];

const nameFieldOf = (field: NameField): NameField =>
  field?.doubt
    ? {
        ...field,
        doubt: { ...field.doubt, title: spokenOf(field.doubt.title), why: spokenOf(field.doubt.why) },
      }
    : field;

/** The graduate's form in the words of who records for them. What was typed stays as it is. */
export const toRecordView = (work: Work, now: number): FormView => {
  const view = toFormView(work, now);
  const { receiverNote, organisation } = view;
  return {
    ...view,
    summary: spokenOf(view.summary),
    organisation: nameFieldOf(organisation),
    receiverNote: receiverNote && {
      title: spokenOf(receiverNote.title),
      text: spokenOf(receiverNote.text),
      steps: receiverNote.steps.map(spokenOf),
    },
    plain: view.plain.map((field) => ({ ...field, hint: spokenOf(field.hint) })),
  };
};

/** The first field that is missing or wrong; empty when it can be recorded. */
export const goalOf = (work: Work, now: number): string =>
  failuresOf(work, now).find(({ field }) => field !== 'screenshots')?.field ?? '';
