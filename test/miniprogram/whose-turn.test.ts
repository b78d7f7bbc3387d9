/**
 * Everybody is told their own part: in every state, under every rulebook, on home, progress, the branch board, in the
 * words to one person, to the group and in a list, nobody is asked to do or blamed for what another one owes.
 */
import type { TransferState } from '../../miniprogram/domain/transfer/states';
import { TRANSFER_STATES } from '../../miniprogram/domain/transfer/states';
import { waitsForOf, WAITS_FOR, type WaitsFor } from '../../miniprogram/domain/transfer/waits-for';
import { shownState } from '../../miniprogram/domain/transfer/shown-state';
import { schoolIsLate, waitingWords } from '../../miniprogram/domain/words/waiting';
import { stepOfPerson } from '../../miniprogram/domain/people/people-step';
import { groupText } from '../../miniprogram/packages/secretary/board/branch-panel/words';
import type { BranchBoard } from '../../miniprogram/packages/secretary/board/branch-panel/members';
import { toBranchView } from '../../miniprogram/packages/secretary/board/branch-panel/view';
import { groupAnswer } from '../../miniprogram/packages/teacher/people/group-answer';
import { toHomeView } from '../../miniprogram/pages/home/view';
import { toTrackView } from '../../miniprogram/pages/track/view';
import { OFFERED_RULEBOOKS } from '../../miniprogram/rulebooks';
import type { RouteRule, Rulebook } from '../../miniprogram/domain/rules/rulebook';
import { homeResponse, NOW, transferIn } from './support/home-responses';

const DAY = 86_400_000;
const NAME = '林晚';

interface Standing {
  readonly rulebook: Rulebook;
  readonly state: TransferState;
  readonly approver: 'secretary' | 'college';
  readonly paper: WaitsFor;
  /** The receiver's days are over. */
  readonly isLate: boolean;
}

/** What is left on paper: at the desk where it is the graduate's. */
const stepOf = (who: Exclude<WaitsFor, 'nobody' | 'receiver'>) => ({
  stepId: 'step',
  label: '《团员证》',
  hint: '办好以后在这里看得到。',
  opens: 'accepted' as const,
  who,
  atDesk: who === 'graduate',
  needs: [],
  status: 'open' as const,
  at: null,
  by: null,
  number: null,
  receiptAt: null,
});

/** Only on ways that the college handles. */
const BY_COLLEGE: readonly TransferState[] = ['registered', 'recorded'];
const SCHOOL = ['submitted', 'lapsed'];

const placesOf = ({ rulebook, state, approver, paper, isLate }: Standing) => {
  const pending = SCHOOL.includes(state) ? [approver] : [];
  const waitsFor = waitsForOf({ state, pending, paper });
  const deadlineAt = NOW + (isLate ? -DAY : 6 * DAY);
  const isTaken = ({ handledBy, receiverClock }: RouteRule): boolean =>
    BY_COLLEGE.includes(state) ? handledBy === 'college' : receiverClock;
  const way = rulebook.ways.find(({ routes }) => routes.some(isTaken));
  const route = way?.routes.find(isTaken);
  const timeline = state === 'approved' ? transferIn(state).timeline : [];
  const at = { wayId: way?.id ?? '', routeId: route?.id ?? '', rulebookId: rulebook.id, timeline };
  const offline = paper === 'nobody' || paper === 'receiver' ? [] : [stepOf(paper)];
  const transfer = transferIn(state, { ...at, offline, waitsFor, pending, deadlineAt, reason: null });
  const shown = shownState(transfer);
  const { hero, action, path } = toHomeView(homeResponse({ transfer }), NOW);
  const step = path?.steps.find(({ mark }) => mark === 'current' || mark === 'bad');
  const track = toTrackView(homeResponse({ transfer }), NOW, null);
  const member: BranchBoard['members'][number] = {
    id: 'm',
    name: NAME,
    self: false,
    bound: true,
    state,
    shown,
    turn: waitsFor,
    deadlineAt,
    step: stepOfPerson({ bound: true, loginConfirmed: true, state }),
    reachable: true,
    codeFrom: null,
    nudge: 'nothing-to-do',
  };
  const board: BranchBoard = {
    branch: { id: 'b', name: '光电2301团支部', inviteCode: 'QX7K2M' },
    members: [member],
    counts: { members: 1, bySteps: {}, unbound: 0, unreachable: 0, waitingForCode: 0, nudgeable: 0 },
    season: { rulebookId: rulebook.id, deadlineAt: NOW + 20 * DAY },
    now: NOW,
  };
  const view = toBranchView(board, { soonDays: 3, search: { step: 'all', text: '' }, now: NOW });
  const turn = { shown, waitsFor };
  const asked = {
    ...turn,
    name: NAME,
    bound: true,
    isFreed: false,
    waitsForCode: false,
    deadlineAt,
    system: rulebook.system.name,
    now: NOW,
  };
  return {
    waitsFor,
    said: {
      home: [hero.lead, hero.headline, hero.note, action.heading, action.title, action.why].join('；'),
      path: step?.hint ?? '',
      track: [track.card.headline, ...track.card.lines, track.card.note, track.reason?.text ?? ''].join('；'),
      board: [...view.open, ...view.finished, ...view.out].map(({ line }) => line).join('；'),
      group: groupText(board),
      answer: groupAnswer(asked),
      list: schoolIsLate('everybody', transfer, NOW) || waitingWords('everybody', turn),
    },
  };
};

/** What nobody may read while it waits for somebody else. */
const NEVER: Readonly<Record<WaitsFor, RegExp>> = {
  graduate: /等学院(审批|登记)|等团支书审批|等对方接收|批晚了|还没批，|不用再做什么/,
  secretary: /轮到你|去办《|等本人|请.{0,8}接收|联系对方|对方一直|等对方|学院还没批|等学院/,
  college: /轮到你|去办《|等本人|请.{0,8}接收|联系对方|对方一直|等对方|团支书还没批|等团支书/,
  receiver: /轮到你|等本人|还没批|等学院|等团支书|批晚了/,
  nobody: /轮到你|等本人|请.{0,8}接收|联系对方|对方一直|等对方|还没批|等学院|等团支书/,
};

const standings = OFFERED_RULEBOOKS.flatMap((rulebook) =>
  TRANSFER_STATES.flatMap((state) =>
    (['secretary', 'college'] as const).flatMap((approver) =>
      WAITS_FOR.filter((paper) => paper !== 'receiver').flatMap((paper) =>
        [false, true].map((isLate): Standing => ({ rulebook, state, approver, paper, isLate })),
      ),
    ),
  ),
);

it('asks and blames only whose turn it is, wherever it is said', () => {
  const wrong = standings.flatMap((standing) => {
    const { waitsFor, said } = placesOf(standing);
    const { rulebook, state, isLate } = standing;
    return Object.entries(said).flatMap(([place, text]) =>
      NEVER[waitsFor].test(text) ? [`${rulebook.id} ${state} ${isLate} ${waitsFor} ${place}: ${text}`] : [],
    );
  });
  expect([...new Set(wrong)]).toEqual([]);
});

it('says that only the school is late when the days ran out on its desk', () => {
  const late = standings.filter(({ state, isLate }) => state === 'submitted' && isLate);
  for (const standing of late) {
    const { home, track, board, answer, list } = placesOf(standing).said;
    for (const text of [home, track, answer]) expect(text).toContain('不是你的问题');
    for (const text of [board, list]) expect(text).toContain('不是本人的问题');
  }
});

it('blames no receiver for what the school had not approved when the system sent it back', () => {
  for (const standing of standings.filter(({ state }) => state === 'lapsed')) {
    const { home, track, answer, path } = placesOf(standing).said;
    for (const text of [home, track, answer]) {
      expect(text).toContain('不是你的问题');
      expect(text).not.toContain('对方一直');
    }
    expect(path).toContain('学校还没批完');
  }
});
