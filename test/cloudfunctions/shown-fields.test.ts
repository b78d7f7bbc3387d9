/**
 * Fields × roles × answers: everybody calls every action about a graduate who has filled in all that their route may
 * hold. What of it comes back is compared with the catalogue, as it is and with every field taken from the teachers;
 * then once more after the graduate has gone over to a confidential way.
 */
import type * as RowsModule from '../../miniprogram/domain/rules/fields/rows';

const ROWS = '../../miniprogram/domain/rules/fields/rows';
const shown = { toTeachers: true };
jest.doMock(ROWS, () => {
  const real = jest.requireActual<typeof RowsModule>(ROWS);
  const rows = Object.entries(real.FIELDS).map(([id, row]) => {
    const viewers = { get: () => (shown.toTeachers ? row.shownTo : ['committee']), enumerable: true };
    return [id, Object.defineProperty({ ...row }, 'shownTo', viewers)];
  });
  return { ...real, FIELDS: Object.fromEntries(rows) as unknown };
});

const load = async () => ({
  ...(await import('../../miniprogram/contract')),
  ...(await import('../../miniprogram/domain/rules/fields/catalogue')),
  ...(await import('../../miniprogram/domain/rules/rulebook')),
  ...(await import('../../miniprogram/domain/rules/standing-lists')),
  ...(await import('../../miniprogram/domain/transfer/lifecycle')),
  ...(await import('../../miniprogram/rulebooks')),
  ...(await import('../../cloudfunctions/_shared/transfers/fields')),
  ...(await import('./support/people')),
  ...(await import('./support/permitted')),
  ...(await import('./support/picture')),
  ...(await import('./support/places')),
  ...(await import('./support/sheets')),
  ...(await import('./support/world')),
});
type Parts = Awaited<ReturnType<typeof load>>;
type FieldId = Parameters<Parts['rowOf']>[0];
type RouteRule = NonNullable<ReturnType<Parts['routeOf']>>;

const ROLES = ['graduate', 'secretary', 'teacher', 'committee'] as const;
type Role = (typeof ROLES)[number];

/** A word of each field that stands nowhere else. Its picture is a file; the time all may see who see the transfer. */
const MARKS: Readonly<Record<Exclude<FieldId, 'initiatedAt'>, string>> = {
  region: '甲记街道',
  organisation: '乙记公司支部委员会',
  screenshots: 'mark.png',
  registeredResidence: '丙记街道',
  currentResidence: '丁记街道',
  parentContact: '戊记家长',
  studyPlace: '己记大学',
  returnMonth: '2032-08',
  expectedGraduation: '2031-07',
};
type Marked = keyof typeof MARKS;
const MARKED = Object.keys(MARKS) as Marked[];
const place = (name: string) => ({ names: ['上海市', '市辖区', '杨浦区', name], code: '310110001' });

const VALUES = MARKED.filter((id) => id !== 'screenshots');
/** The only answers that hold fields, and which at most. */
const OF_STAFF = {
  decision: MARKED,
  batchPreview: ['organisation'],
  checkList: ['organisation'],
  person: ['organisation'],
  revealContact: ['parentContact'],
} as const;
const SHOWING: Readonly<Record<Role, Readonly<Record<string, readonly Marked[]>>>> = {
  graduate: {
    home: MARKED,
    myData: VALUES,
    cardPass: ['screenshots'],
    report: MARKED,
    hurry: MARKED,
    shareReceiverPhone: MARKED,
    withdraw: MARKED,
  },
  secretary: {},
  teacher: OF_STAFF,
  committee: OF_STAFF,
};
/** Of these, the answers that leave out nothing their reader may see. */
const WHOLE: readonly string[] = ['home', 'myData', 'decision'];

let parts: Parts;
let world: ReturnType<Parts['createWorld']>;
let target: Awaited<ReturnType<Parts['foundPlaces']>>['own'];
let goBack: () => void;
beforeAll(async () => {
  parts = await load();
  world = parts.createWorld();
  target = (await parts.foundPlaces(world)).own;
  goBack = world.store.snapshot();
}, 60_000);
beforeEach(() => goBack());
afterEach(() => void (shown.toTeachers = true));

const FUNCTIONS = ['graduate', 'secretary', 'teacher'] as const;
const openidOf = (role: Role): string =>
  ({
    graduate: parts.GRADUATE,
    secretary: parts.SECRETARY,
    teacher: parts.TEACHER,
    committee: parts.ADMIN,
  })[role];
const fileId = () => `cloud://env.bucket/screenshots/${target.memberId}/x/${MARKS.screenshots}`;
const holdsOf = (route: RouteRule): Marked[] => MARKED.filter((id) => parts.mayHold(route, id));

/** The graduate on a route, with everything it may hold: in what was handed in, in the draft, and in an attempt before. */
const settleOn = (wayId: string, route: RouteRule): void => {
  const before = world.store.all('transfers').find(({ _id }) => _id === target.transferId);
  if (!before) throw new Error('there is a transfer');
  const all = {
    region: place(MARKS.region),
    organisation: `共青团${MARKS.organisation}`,
    initiatedAt: world.world.now,
    registeredResidence: place(MARKS.registeredResidence),
    currentResidence: place(MARKS.currentResidence),
    parentContact: { name: MARKS.parentContact, phone: '13800138000' },
    studyPlace: MARKS.studyPlace,
    returnMonth: MARKS.returnMonth,
    expectedGraduation: MARKS.expectedGraduation,
  };
  const typed = parts.pickFields(all, (id) => parts.mayHold(route, id));
  const fields = parts.sealFields(world.ports.cipher, before._id, typed);
  const screenshots = parts.mayHold(route, 'screenshots') ? [fileId()] : [];
  const held = { fields, draft: fields, screenshots, wayId, routeId: route.id };
  const past = [{ ...held, attempt: 1, initiatedAt: null, endedAs: 'refused' as const, reason: null }];
  const state = route.handledBy === 'graduate' ? ('submitted' as const) : ('registered' as const);
  world.store.plant('transfers', { ...before, ...held, past, state, attempt: 2 });
};

/** What of the fields stands in the answers to everything somebody can ask. */
const seenBy = async (role: Role): Promise<Record<string, Marked[]>> => {
  const begin = world.store.snapshot();
  const seen: Record<string, Marked[]> = {};
  for (const name of FUNCTIONS)
    for (const [action, line] of Object.entries(parts.PERMITTED[name])) {
      begin();
      world.stored.set(fileId(), parts.PICTURE);
      const payload = (line as { ask: (about: typeof target) => unknown }).ask(target);
      const answer = JSON.stringify(await world.invoke(openidOf(role), name, { action, payload }));
      const found = MARKED.filter((id) => answer.includes(MARKS[id]));
      if (found.length > 0) seen[action] = [...new Set([...(seen[action] ?? []), ...found])];
    }
  begin();
  return seen;
};

const maySee = (role: Role, id: Marked): boolean => {
  if (role === 'graduate') return true;
  return role !== 'secretary' && parts.isShownTo(role, id);
};

/**
 * Nothing beyond what the table and the catalogue allow; where an answer is whole, all of it.
 * @param cut answers somebody does not get about this route
 */
const expectShown = (
  role: Role,
  seen: Record<string, Marked[]>,
  about: readonly Marked[],
  cut: readonly string[] = [],
): void => {
  const heldIn = (action: string): readonly Marked[] => (cut.includes(action) ? [] : about);
  for (const [action, found] of Object.entries(seen)) {
    const most = (SHOWING[role][action] ?? []).filter(
      (id) => heldIn(action).includes(id) && maySee(role, id),
    );
    expect([role, action, found.filter((id) => !most.includes(id))]).toEqual([role, action, []]);
  }
  for (const action of WHOLE) {
    const all = (SHOWING[role][action] ?? []).filter((id) => heldIn(action).includes(id) && maySee(role, id));
    expect([role, action, seen[action] ?? []]).toEqual([role, action, all]);
  }
};

/** Of the routes that hold the same, and are in the same list, one. */
const routes = (): (readonly [wayId: string, route: RouteRule])[] => {
  const book = parts.RULEBOOKS.find(({ id }) => id === 'usst-2020');
  const all = book?.ways.flatMap((way) => way.routes.map((route) => [way.id, route] as const)) ?? [];
  const alike = ([, route]: (typeof all)[number]) =>
    [route.handledBy, route.list, ...holdsOf(route)].join(' ');
  return [...new Map(all.map((one) => [alike(one), one])).values()];
};

/** What stands in the lists of somebody: those everybody has, and the one of the route. */
const listedFor = async (openid: string, { list }: RouteRule): Promise<Marked[]> => {
  const begin = world.store.snapshot();
  let text = '';
  for (const kind of [...parts.STANDING_LISTS, ...(list ? [list] : [])]) {
    const { collegeId } = target;
    const started = parts.dataOf(await world.call(openid, 'teacher', 'startExport', { kind, collegeId }));
    const exportId = started.export.id;
    for (let done = false; !done;) {
      const turn = parts.dataOf(await world.call(openid, 'teacher', 'exportProgress', { exportId }));
      done = turn.export.state !== 'running';
    }
    const file = world.stored.get(`cloud://env.bucket/exports/${exportId}.xlsx`);
    text += JSON.stringify(await parts.openSheet(file));
  }
  begin();
  return MARKED.filter((id) => text.includes(MARKS[id]));
};

const listable = (route: RouteRule): Marked[] => {
  const own = parts.RULEBOOKS.find(({ id }) => id === 'usst-2020')?.lists.find(({ id }) => id === route.list);
  return holdsOf(route).filter((id) => {
    const { exported } = parts.rowOf(id);
    return exported !== null && (exported.in.length > 0 || own?.columns.some((one) => one === id) === true);
  });
};

it.each([
  ['graduate', true],
  ['secretary', true],
  ['teacher', true],
  ['committee', true],
  ['teacher', false],
  ['committee', false],
] as const)(
  'shows %s what the catalogue says in every answer; teachers see fields: %s',
  async (role, see) => {
    shown.toTeachers = see;
    for (const [wayId, route] of routes()) {
      goBack();
      settleOn(wayId, route);
      // What the college handles is decided by the college: the committee looks at a contact by itself, which is audited.
      const cut = role === 'committee' && parts.isCollegeAffair(route) ? ['decision'] : [];
      expectShown(role, await seenBy(role), holdsOf(route), cut);
    }
  },
  60_000,
);

it.each(['teacher', 'committee'] as const)(
  'lists for %s what the catalogue says',
  async (role) => {
    for (const toTeachers of [true, false]) {
      shown.toTeachers = toTeachers;
      for (const [wayId, route] of routes()) {
        goBack();
        settleOn(wayId, route);
        const expected = listable(route).filter((id) => maySee(role, id));
        expect([wayId, route.id, await listedFor(openidOf(role), route)]).toEqual([
          wayId,
          route.id,
          expected,
        ]);
      }
    }
  },
  60_000,
);

it('shows nobody anything of the way before once it is a confidential one', async () => {
  for (const [wayId, route] of routes()) {
    goBack();
    settleOn(wayId, route);
    const draft = world.store.all('transfers').find(({ _id }) => _id === target.transferId);
    world.store.plant('transfers', { ...draft!, state: 'draft' });
    const choice = { wayId: 'confidential', routeId: 'direct', version: draft!.version };
    parts.dataOf(await world.call(parts.GRADUATE, 'graduate', 'chooseWay', choice));
    const confidential = routes().find(([id]) => id === 'confidential')![1];
    for (const role of ROLES) {
      expectShown(role, await seenBy(role), []);
      if (role === 'teacher' || role === 'committee')
        expect([role, wayId, await listedFor(openidOf(role), confidential)]).toEqual([role, wayId, []]);
    }
  }
}, 60_000);
