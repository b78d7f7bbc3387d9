/**
 * What it takes to add a field: one row in the catalogue and one word in the rulebook. Two rows are added here, a text
 * that is required and a sealed one that is optional, and followed from the form to the deletion.
 */
import type { FieldRow } from '../../../miniprogram/domain/rules/fields/rows';
import type { WayRule } from '../../../miniprogram/domain/rules/rulebook';

const ROWS: Readonly<Record<string, FieldRow>> = {
  formerName: {
    kind: 'text',
    label: '曾用名',
    purpose: '核对改过名字的同学',
    max: 20,
    stored: 'plain',
    textChecked: true,
    shownTo: ['teacher', 'committee'],
    myData: '曾用名',
    exported: { in: ['submissions'], columns: [{ heading: '曾用名', width: 12 }] },
  },
  mentorPhone: {
    kind: 'text',
    label: '导师电话',
    purpose: '联系不上本人时使用',
    max: 20,
    stored: 'sealed',
    textChecked: false,
    shownTo: ['committee'],
    myData: '导师电话',
    exported: { in: ['submissions'], columns: [{ heading: '导师电话', width: 18 }] },
  },
};

const PATH = '../../../miniprogram';
jest.doMock(`${PATH}/domain/rules/fields/rows`, () => {
  const real = jest.requireActual<{ FIELDS: object }>(`${PATH}/domain/rules/fields/rows`);
  return { ...real, FIELDS: { ...real.FIELDS, ...ROWS } };
});
jest.doMock(`${PATH}/rulebooks/usst-2020/ways/further-study`, () => {
  const real = jest.requireActual<{ furtherStudy: (terms: unknown) => WayRule }>(
    `${PATH}/rulebooks/usst-2020/ways/further-study`,
  );
  const asking = ({ routes, ...way }: WayRule) => ({
    ...way,
    routes: routes.map((route) => ({
      ...route,
      required: [...route.required, 'formerName'],
      optional: [...route.optional, 'mentorPhone'],
    })),
  });
  return { furtherStudy: (terms: unknown) => asking(real.furtherStudy(terms)) };
});

const TYPED = { formerName: '林小雨儿', mentorPhone: '13900139000' };

/** Loaded after the rows were added, as a build with them would be. */
const load = async () => ({
  people: await import('../support/people'),
  worlds: await import('../support/world'),
  sheets: await import('../support/sheets'),
  form: await import('../../../miniprogram/packages/graduate/form/view'),
  toFields: (await import('../../../miniprogram/packages/graduate/form/to-fields')).toFields,
  review: await import('../../../miniprogram/components/field-rows/rows'),
  own: await import('../../../miniprogram/packages/graduate/my-data/view'),
  catalogue: await import('../../../miniprogram/domain/rules/fields/catalogue'),
  books: await import('../../../miniprogram/rulebooks'),
});

const opened = async () => {
  const parts = await load();
  const { people, worlds, books } = parts;
  const { world } = await people.openUniversity();
  const book = books.RULEBOOKS[0]!;
  const way = books.wayOf(book, 'further-study')!;
  const route = books.routeOf(book, 'further-study', 'direct')!;
  const { id, version } = await people.choose(world, people.GRADUATE, 'further-study', 'direct');
  const draft = {
    ...TYPED,
    organisation: '共青团示例大学光电学院2027级研究生支部委员会',
    initiatedAt: world.world.now - 3_600_000,
  };
  const screenshots = [await people.uploadPicture(world, people.GRADUATE)];
  const stored = () => world.store.all('transfers').find(({ _id }) => _id === id);
  const submit = () =>
    world.call(people.GRADUATE, 'graduate', 'submit', {
      version,
      fields: parts.toFields(draft),
      screenshots,
    });
  return { ...parts, ...worlds, world, book, way, route, id, version, draft, screenshots, stored, submit };
};

describe('a field is one row in the catalogue and one word in the rulebook', () => {
  it('stands in the form, which wants the required one', async () => {
    const { form, book, way, route } = await opened();
    const work = {
      rulebook: book,
      way,
      route,
      draft: {},
      shots: [],
      keptName: '',
      own: {},
      receivers: [],
      preFlight: {},
      time: { date: '', clock: '' },
      seasonOpenedAt: 0,
    };
    const view = form.toFormView({ ...work, isContactUnreadable: false }, 0);
    expect(view.plain.map(({ id, label, max }) => [id, label, max])).toEqual([
      ['formerName', '曾用名', 20],
      ['mentorPhone', '导师电话（选填）', 20],
    ]);
  });

  it('is kept in a draft, sealed where its row says so, and never on the phone', async () => {
    const { world, people, dataOf, draft, screenshots, stored, catalogue } = await opened();
    dataOf(await world.call(people.GRADUATE, 'graduate', 'saveDraft', { draft, screenshots }));
    expect(Object.keys(stored()?.draft ?? {})).toEqual(
      expect.arrayContaining(['formerName', 'mentorPhoneSealed']),
    );
    expect(JSON.stringify(stored())).not.toContain(TYPED.mentorPhone);
    const { transfer } = dataOf(await world.call(people.GRADUATE, 'graduate', 'home', {}));
    expect(transfer?.draft).toMatchObject(TYPED);
    expect(catalogue.withoutSecrets(draft)).not.toHaveProperty('mentorPhone');
  });

  it('is checked: missing, too long, or said badly', async () => {
    const { world, people, errorOf, version, draft, screenshots, toFields, catalogue, submit } =
      await opened();
    const lacking = catalogue.pickFields(toFields(draft), (field) => !(field in ROWS));
    const send = (fields: object) =>
      world.call(people.GRADUATE, 'graduate', 'submit', { version, fields, screenshots });
    expect(errorOf(await send(lacking))).toBe('FIELD_REQUIRED');
    expect(errorOf(await send({ ...lacking, formerName: '长'.repeat(21) }))).toBe('BAD_REQUEST');
    world.world.riskyWord = TYPED.formerName;
    expect(errorOf(await submit())).toBe('TEXT_REJECTED');
  });

  it('is handed in, reviewed, shown to whom its row names, listed, and part of the own data', async () => {
    const { world, people, dataOf, errorOf, id, book, way, route, submit, stored, review, own } =
      await opened();
    const { transfer } = dataOf(await submit());
    expect(Object.keys(stored()?.fields ?? {})).toEqual(
      expect.arrayContaining(['formerName', 'mentorPhoneSealed']),
    );
    const words = { reasonFine: '', nameFine: '' };
    const rows = review
      .fieldRows({ rulebook: book, way, route, fields: transfer.fields }, words, {})
      .map(({ label, value }) => [label, value]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['曾用名', '林小雨儿'],
        ['导师电话', TYPED.mentorPhone],
      ]),
    );
    const askedBy = (openid: string) => world.call(openid, 'teacher', 'decision', { transferId: id });
    const { fields: seenByTeacher } = dataOf(await askedBy(people.TEACHER)).item;
    expect(seenByTeacher).toMatchObject({ formerName: '林小雨儿' });
    expect(seenByTeacher).not.toHaveProperty('mentorPhone');
    // A route with a sealed field is the college's affair: the committee reads of it in its lists alone.
    expect(errorOf(await askedBy(people.ADMIN))).toBe('NOT_FOUND');
    const { _id: memberId } = people.memberNamed(world, '林小雨');
    const bySecretary = await world.call(people.SECRETARY, 'secretary', 'person', { memberId });
    expect(JSON.stringify(dataOf(bySecretary))).not.toContain('林小雨儿');
    const text = own.toText(dataOf(await world.call(people.GRADUATE, 'graduate', 'myData', {})));
    expect(text).toContain('曾用名：林小雨儿');
    expect(text).toContain(`导师电话：${TYPED.mentorPhone}`);
  });

  it.each([
    ['the teacher', 'TEACHER', undefined],
    ['the committee', 'ADMIN', TYPED.mentorPhone],
  ] as const)('stands in the list of %s', async (_, who, phone) => {
    const { world, people, dataOf, submit, sheets } = await opened();
    dataOf(await submit());
    const started = dataOf(await world.call(people[who], 'teacher', 'startExport', { kind: 'submissions' }));
    const exportId = started.export.id;
    dataOf(await world.call(people[who], 'teacher', 'exportProgress', { exportId }));
    const file = world.stored.get(`cloud://env.bucket/exports/${exportId}.xlsx`);
    const [headings = [], row = []] = await sheets.openSheet(file);
    const cell = (heading: string) => row[headings.indexOf(heading)];
    expect([cell('曾用名'), cell('导师电话')]).toEqual(['林小雨儿', phone]);
  });

  it('is not wanted where it is optional, and refused where the route names it nowhere', async () => {
    const { world, people, dataOf, version, draft, screenshots, toFields, catalogue } = await opened();
    const send = (at: number, fields: object) =>
      world.call(people.GRADUATE, 'graduate', 'submit', { version: at, fields, screenshots });
    const { version: employed } = await people.choose(world, people.GRADUATE, 'employed', 'direct', version);
    const asked = { ...toFields(draft), region: people.REGION };
    expect(await send(employed, asked)).toMatchObject({
      error: { code: 'FIELD_FORBIDDEN', field: 'formerName' },
    });
    const back = await people.choose(world, people.GRADUATE, 'further-study', 'direct', employed);
    const without = catalogue.pickFields(toFields(draft), (field) => `${field}` !== 'mentorPhone');
    expect(dataOf(await send(back.version, without)).transfer).toMatchObject({ state: 'submitted' });
  });

  it('goes when the way becomes confidential', async () => {
    const { world, people, dataOf, version, draft, screenshots, stored } = await opened();
    dataOf(await world.call(people.GRADUATE, 'graduate', 'saveDraft', { draft, screenshots }));
    await people.choose(world, people.GRADUATE, 'confidential', 'direct', version);
    expect(JSON.stringify(stored())).not.toMatch(/formerName|mentorPhone/);
  });

  it('goes with the person’s data', async () => {
    const { world, people, dataOf, submit } = await opened();
    dataOf(await submit());
    dataOf(await world.call(people.GRADUATE, 'graduate', 'deleteMyData', {}));
    expect(JSON.stringify(world.store.all('transfers'))).not.toMatch(/formerName|mentorPhone/);
  });
});
