/** Whoever goes to a confidential body leaves nothing behind that this way must not hold. */
import {
  choose,
  employedSubmission,
  GRADUATE,
  openUniversity,
  REGION,
  SECRETARY,
  TEACHER,
  uploadPicture,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const SECRET_WORDS = /示例科技|林建国|13800138000/;
const parentContact = { name: '林建国', phone: '13800138000' };
const transferOf = () => world.store.all('transfers')[0];
const home = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer;
const goConfidential = async () =>
  choose(world, GRADUATE, 'confidential', 'direct', (await home())?.version ?? 0);

/** Everything the record keeps of what was typed, wherever it stands; the time is asked of this way too. */
const keptIn = (transfer: ReturnType<typeof transferOf>) =>
  [transfer?.fields, transfer?.draft, ...(transfer?.past.map(({ fields }) => fields) ?? [])].flatMap(
    (fields) =>
      Object.entries(fields ?? {}).flatMap(([key, value]) =>
        value === undefined || key === 'initiatedAt' ? [] : [key],
      ),
  );
const picturesIn = (transfer: ReturnType<typeof transferOf>) => [
  ...(transfer?.screenshots ?? []),
  ...(transfer?.past.flatMap(({ screenshots }) => screenshots) ?? []),
];

const expectNothingLeft = async () => {
  const transfer = transferOf();
  expect(keptIn(transfer)).toEqual([]);
  expect(picturesIn(transfer)).toEqual([]);
  expect([...world.stored.keys()]).toEqual([]);
  for (const collection of ['transfers', 'notices', 'audits', 'journal'] as const)
    expect(JSON.stringify(world.store.all(collection))).not.toMatch(SECRET_WORDS);
  expect(JSON.stringify(await world.call(GRADUATE, 'graduate', 'myData', {}))).not.toMatch(SECRET_WORDS);
};

it('from a draft with a name, a contact and a picture', async () => {
  await choose(world, GRADUATE);
  const screenshots = [await uploadPicture(world, GRADUATE)];
  const draft = { organisation: '共青团上海示例科技有限公司支部委员会', region: REGION, parentContact };
  dataOf(await world.call(GRADUATE, 'graduate', 'saveDraft', { draft, screenshots }));
  await goConfidential();
  await expectNothingLeft();
});

it('from a registration with the parents’ contact that was returned', async () => {
  const { version } = await choose(world, GRADUATE, 'study-abroad', 'keep');
  const fields = { registeredResidence: REGION, currentResidence: REGION, parentContact };
  const { transfer } = dataOf(
    await world.call(GRADUATE, 'graduate', 'submit', { version, fields, screenshots: [] }),
  );
  dataOf(
    await world.call(TEACHER, 'teacher', 'decide', {
      transferId: transfer.id,
      version: transfer.version,
      decision: 'return',
      reason: '请改',
      seenOnSystem: false,
    }),
  );
  await goConfidential();
  await expectNothingLeft();
});

it('from a submission with a picture that was withdrawn, and from the attempts before it', async () => {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const { version } = await choose(world, GRADUATE, 'employed', 'direct', (await home())?.version ?? null);
    const submission = await employedSubmission(world, GRADUATE, version);
    const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
    dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version: transfer.version }));
  }
  await goConfidential();
  await expectNothingLeft();
});

it('is not brought back by a draft of an older page, nor by handing in', async () => {
  await choose(world, GRADUATE, 'confidential', 'direct');
  const screenshots = [await uploadPicture(world, GRADUATE)];
  const typed = { organisation: '共青团上海示例科技有限公司支部委员会', region: REGION, parentContact };
  await world.call(GRADUATE, 'graduate', 'saveDraft', { draft: typed, screenshots });
  expect(keptIn(transferOf())).toEqual([]);
  expect(picturesIn(transferOf())).toEqual([]);
  expect(world.removedFiles).toEqual(screenshots);
  const again = [await uploadPicture(world, GRADUATE)];
  const version = (await home())?.version ?? 0;
  const initiatedAt = world.world.now;
  for (const [more, pictures] of [
    [{ parentContact }, []],
    [{ organisation: typed.organisation }, []],
    [{}, again],
  ] as const) {
    const fields = { initiatedAt, ...more };
    const answered = await world.call(GRADUATE, 'graduate', 'submit', {
      version,
      fields,
      screenshots: [...pictures],
    });
    expect(errorOf(answered)).toBe('FIELD_FORBIDDEN');
  }
});

it('tells a secretary nothing of the contact: neither that there is one nor what it is', async () => {
  const { version } = await choose(world, GRADUATE, 'study-abroad', 'keep');
  const fields = { registeredResidence: REGION, currentResidence: REGION, parentContact };
  dataOf(await world.call(GRADUATE, 'graduate', 'submit', { version, fields, screenshots: [] }));
  const memberId = transferOf()?.memberId ?? '';
  const seen = [
    dataOf(await world.call(SECRETARY, 'secretary', 'person', { memberId })),
    dataOf(await world.call(SECRETARY, 'secretary', 'branchBoard', {})),
    dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {})),
  ];
  expect(JSON.stringify(seen)).not.toMatch(SECRET_WORDS);
  expect(JSON.stringify(seen)).not.toMatch(/parentContact|Sealed|"hasContact":true/);
  const teacherSees = dataOf(await world.call(TEACHER, 'teacher', 'person', { memberId }));
  expect(teacherSees.person.transfer?.hasContact).toBe(true);
});
