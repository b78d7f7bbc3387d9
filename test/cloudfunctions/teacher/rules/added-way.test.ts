/** A way added without code, by the committee or by a college: from the picker to the list that is handed in. */
import { isQuestion, type Flow } from '../../../../miniprogram/domain/rules/flow';
import { EVERYBODY } from '../../../../miniprogram/domain/rules/overlay/edition';
import { routeOf, type Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { toWayResultView } from '../../../../miniprogram/packages/graduate/way-result/view';
import { filterOf, toBoardView } from '../../../../miniprogram/packages/teacher/board/board-panel/view';
import { toPickerView } from '../../../../miniprogram/pages/journey/picker-view';
import { rulebookOf } from '../../../../miniprogram/rulebooks';
import {
  ADMIN,
  choose,
  employedSubmission,
  GRADUATE,
  OTHER_TEACHER,
  openUniversity,
  TEACHER,
} from '../../support/people';
import { openSheet } from '../../support/sheets';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const LABEL = '去园区里的企业';
const wordsFor = (id: string) => [
  { path: `ways.${id}.from`, value: 'employed' },
  { path: `ways.${id}.label`, value: LABEL },
  { path: `ways.${id}.shortLabel`, value: '园区' },
  { path: `ways.${id}.routes.direct.guide.summary`, value: '关系转到园区团工委。' },
];
const publish = async (who: string, edits: { path: string; value: unknown }[]) => {
  const { version } = dataOf(await world.call(who, 'teacher', 'rules', {}));
  return world.call(who, 'teacher', 'publishRules', { version, edits });
};

/** The rules as the phone of somebody makes them. */
const seenBy = async (who: string): Promise<Rulebook> => {
  const { season } = dataOf(await world.call(who, 'graduate', 'home', {}));
  const rulebook = rulebookOf(season.rulebookId);
  if (!rulebook) throw new Error('cannot be read');
  return rulebook;
};

/** Answers of the picker that end in a way, found by walking back from it. */
const answersTo = ({ nodes, start }: Flow, wayId: string): Record<string, string> => {
  const end = nodes.find(
    (node) => !isQuestion(node) && node.result.kind === 'way' && node.result.wayId === wayId,
  );
  const back = (id: string): Record<string, string> => {
    if (id === start) return {};
    const before = nodes.filter(isQuestion).find(({ options }) => options.some(({ next }) => next === id));
    const option = before?.options.find(({ next }) => next === id);
    return before && option ? { ...back(before.id), [before.id]: option.id } : {};
  };
  return back(end?.id ?? '');
};

const submit = async (wayId: string) => {
  const { version } = await choose(world, GRADUATE, wayId, 'direct');
  const submission = await employedSubmission(world, GRADUATE, version);
  return dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission)).transfer;
};

const exported = async () => {
  const { id } = dataOf(await world.call(TEACHER, 'teacher', 'startExport', { kind: 'submissions' })).export;
  dataOf(await world.call(TEACHER, 'teacher', 'exportProgress', { exportId: id }));
  return openSheet(world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`));
};

describe.each([
  ['committee', ADMIN, 'own-1'],
  ['college', TEACHER, 'our-1'],
])('a way the %s has added like another', (_, who, id) => {
  beforeEach(async () => {
    dataOf(await publish(who, wordsFor(id)));
  });

  it('is where the picker leads, and is explained in its own words', async () => {
    const rulebook = await seenBy(GRADUATE);
    const picker = rulebook.flows['way-picker'];
    const { way } = toPickerView(picker, answersTo(picker, id), 9, '');
    expect(way).toEqual({ wayId: id, routeId: 'direct' });
    expect(toWayResultView(null, rulebook, id, 'direct', [])).toMatchObject({
      title: LABEL,
      summary: '关系转到园区团工委。',
      reason: routeOf(rulebook, 'employed', 'direct')?.transferReason,
    });
  });

  it('can be gone over to by whoever had begun another way before it was there', async () => {
    dataOf(await publish(who, []));
    const { version } = await choose(world, GRADUATE);
    dataOf(await publish(who, wordsFor(id)));
    expect((await choose(world, GRADUATE, id, 'direct', version)).wayId).toBe(id);
  });

  it('is handed in, approved, counted on the board with its people behind, and exported', async () => {
    const { id: transferId, version } = await submit(id);
    const decided = { transferId, version, decision: 'approve', seenOnSystem: true } as const;
    dataOf(await world.call(TEACHER, 'teacher', 'decide', decided));
    const board = dataOf(await world.call(TEACHER, 'teacher', 'board', {}));
    expect(board.byWay).toContainEqual({ wayId: id, started: 1, transferred: 0 });
    const queue = dataOf(await world.call(TEACHER, 'teacher', 'queue', {}));
    expect(toBoardView(board, rulebookOf(queue.rulebookId)).ways).toMatchObject([{ id, label: '园区' }]);
    const filter = filterOf('way', id);
    const { people } = dataOf(await world.call(TEACHER, 'teacher', 'people', { filter }));
    expect(people.map(({ name, wayId }) => [name, wayId])).toEqual([['林小雨', id]]);
    expect((await exported()).flat()).toContain(LABEL);
  });

  it('stays for whoever is on it when the next version takes it back, and is offered to nobody else', async () => {
    await submit(id);
    dataOf(await publish(who, []));
    const rulebook = await seenBy(GRADUATE);
    expect(routeOf(rulebook, id, 'direct')).toMatchObject({ closed: true });
    expect(answersTo(rulebook.flows['way-picker'], id)).toEqual({});
    const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    expect(transfer).toMatchObject({ state: 'submitted', wayId: id });
    expect((await exported()).flat()).toContain(LABEL);
  });
});

it('is a college’s own: others neither see nor can choose it, and an id is never used twice', async () => {
  dataOf(await publish(TEACHER, wordsFor('our-1')));
  const { rulebookId } = dataOf(await world.call(OTHER_TEACHER, 'teacher', 'queue', {}));
  expect(rulebookOf(rulebookId)?.ways.map(({ id }) => id)).not.toContain('our-1');
  expect(errorOf(await publish(OTHER_TEACHER, wordsFor('own-1')))).toBe('RULES_CONTRADICTORY');
  expect(world.store.all('ruleSets').map(({ scopeId }) => scopeId)).not.toContain(EVERYBODY);
});
