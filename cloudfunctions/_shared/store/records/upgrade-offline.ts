/** Before steps on paper were ticked one by one, the college's stamp on the 《团员证》 completed a transfer. */
import * as v from 'valibot';

type Document = Readonly<Record<string, unknown>>;

const before = v.looseObject({ state: v.string(), timeline: v.array(v.unknown()) });

const entry = v.looseObject({
  at: v.number(),
  step: v.string(),
  by: v.object({ role: v.picklist(['teacher', 'committee']), name: v.string() }),
});

/** What every rulebook of then called the step. */
const CARD = { id: 'card', label: '《团员证》转出' } as const;

/** The college's part of the history, oldest first; what a later release wrote is left alone. */
const byCollege = (timeline: readonly unknown[]) =>
  timeline.flatMap((one) => {
    const parsed = v.safeParse(entry, one);
    return parsed.success ? [parsed.output] : [];
  });

const renamed = (one: unknown): unknown => {
  const parsed = v.safeParse(entry, one);
  return parsed.success && parsed.output.step === 'undo-complete'
    ? { ...parsed.output, step: 'untick', offline: CARD.label }
    : one;
};

/** Version 4: a stamp is a tick of its own. Who completed without one had nothing to do on paper. */
export const tickCard = (document: Document): Document => {
  const { state, timeline } = v.parse(before, document);
  const stamp = byCollege(timeline)
    .filter(({ step }) => step === 'complete')
    .at(-1);
  const isStamped = stamp !== undefined && state === 'completed';
  const offline = isStamped
    ? [{ stepId: CARD.id, at: stamp.at, by: stamp.by, number: null, receiptAt: null }]
    : [];
  return { ...document, offline, timeline: timeline.map(renamed) };
};
