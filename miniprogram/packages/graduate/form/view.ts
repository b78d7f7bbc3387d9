import { fieldLabel } from '../../../components/field-rows/rows';
import { wayText } from '../../../domain/words/ways';
import type { Failure } from '../../../domain/errors';
import { contradictionIn, type Contradiction } from '../../../domain/rules/contradictions';
import { noteOnReceiver, type ReceiverNote } from '../../../domain/rules/pre-flight';
import { isFieldId, rowOf, type FieldId } from '../../../domain/rules/fields/catalogue';
import { ownBlocks, type OwnBlocks } from './own-blocks';
import { PLACE_FIELDS, toPlaceView, type PlaceView } from './place';
import { plainFields, type PlainField } from './plain-fields';
import { askedLabel, asks, errorsOf, failuresOf } from './problems';
import type { Work } from './work';

export interface FormView extends OwnBlocks {
  readonly position: string;
  readonly summary: string;
  readonly reasonLabel: string;
  readonly reason: string;
  readonly places: readonly PlaceView[];
  /** Under the receiver's place: what the pre-flight check heard otherwise. */
  readonly contradiction: { readonly title: string; readonly why: string } | null;
  /** What to know about the receiver's system, where the place says it and nobody was asked. */
  readonly receiverNote: ReceiverNote | null;
  readonly plain: readonly PlainField[];
  /** Why something already filled in does not fit yet, by field. */
  readonly errors: Partial<Record<FieldId, string>>;
  readonly main: { readonly label: string; readonly ready: boolean; readonly goal: string };
}

const placesOf = ({ draft, route }: Work): PlaceView[] =>
  PLACE_FIELDS.filter((field) => asks(route, field)).map((field) =>
    toPlaceView(field, askedLabel(field, route), draft[field]),
  );

/** What was answered before against the place that is chosen now; undefined when they go together. */
export const placeDoubt = ({ draft, rulebook, preFlight, route }: Work): Contradiction | undefined =>
  contradictionIn({
    flow: rulebook.flows['pre-flight'],
    preFlight,
    system: rulebook.system,
    region: draft.region,
    route,
  });

const receiverNoteOf = ({ draft, rulebook, preFlight, route }: Work): ReceiverNote | null =>
  asks(route, 'region')
    ? noteOnReceiver(rulebook.flows['pre-flight'], preFlight, {
        system: rulebook.system,
        region: draft.region,
        route,
      })
    : null;

const contradictionView = (work: Work): FormView['contradiction'] => {
  const found = asks(work.route, 'region') ? placeDoubt(work) : undefined;
  return found ? { title: found.title, why: found.why } : null;
};

const mainOf = (work: Work, failures: readonly Failure[]): FormView['main'] => {
  const { shots, route } = work;
  if (asks(route, 'screenshots')) {
    if (shots.some(({ status }) => status === 'uploading')) {
      return { label: '截图传完就能检查', ready: false, goal: 'screenshots' };
    }
    if (shots.some(({ status }) => status === 'failed')) {
      return { label: '截图没传上，先重试', ready: false, goal: 'screenshots' };
    }
  }
  const [first] = failures;
  if (!first) return { label: '下一步，检查一遍', ready: true, goal: '' };
  const { code, field } = first;
  const name = isFieldId(field) ? (rowOf(field).shortLabel ?? fieldLabel(field, route)) : '';
  const label = code === 'FIELD_REQUIRED' ? `还差${name}` : `先改${name}`;
  return { label, ready: false, goal: field ?? '' };
};

/** The form with only the fields this way and route need. `now` is epoch ms. */
export const toFormView = (work: Work, now: number): FormView => {
  const { rulebook, way, route } = work;
  const failures = failuresOf(work, now);
  const errors = errorsOf(work, failures);
  return {
    position: `第 3 步，去向：${wayText(way, route)}`,
    summary: route.required.length === 0 ? route.guide.summary : '',
    reasonLabel: rulebook.system.reasonLabel,
    reason: route.transferReason ?? '',
    places: placesOf(work),
    contradiction: contradictionView(work),
    receiverNote: receiverNoteOf(work),
    ...ownBlocks(work, now, errors),
    plain: plainFields(work, now),
    errors,
    main: mainOf(work, failures),
  };
};
