/** A form is kept while it is typed, whatever another phone of the same person does at that moment. */
import { choose, employedSubmission, GRADUATE, openUniversity, uploadPicture } from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const save = (screenshots: string[], organisation = '共青团') =>
  world.call(GRADUATE, 'graduate', 'saveDraft', { draft: { organisation }, screenshots });
const stored = () => {
  const [transfer] = world.store.all('transfers');
  if (!transfer) throw new Error('no way was chosen');
  return transfer;
};

it('keeps the pictures that were brought, however often it is saved', async () => {
  await choose(world, GRADUATE);
  const picture = await uploadPicture(world, GRADUATE);
  dataOf(await save([picture]));
  dataOf(await save([picture], '共青团上海'));
  expect(stored()).toMatchObject({ screenshots: [picture], draft: { organisation: '共青团上海' } });
  expect(world.stored.has(picture)).toBe(true);
  expect(world.removedFiles).toEqual([]);
});

it('remembers a picture that was left out, until its file is cleared away', async () => {
  await choose(world, GRADUATE);
  const [one, two] = [await uploadPicture(world, GRADUATE), await uploadPicture(world, GRADUATE, '2.png')];
  dataOf(await save([one]));
  dataOf(await save([two]));
  expect(stored()).toMatchObject({ screenshots: [two], droppedFiles: [one] });
});

const before: [string, () => Promise<void>][] = [
  ['nothing was saved', async () => undefined],
  ['something was saved', async () => void dataOf(await save([]))],
];
it.each(before)(
  'of two phones with other pictures the later one wins and none is lost sight of, once %s',
  async (_when, begin) => {
    await choose(world, GRADUATE);
    const pictures = [await uploadPicture(world, GRADUATE), await uploadPicture(world, GRADUATE, '2.png')];
    await begin();
    world.world.now += 1000;
    const replies = await Promise.all(pictures.map((picture) => save([picture])));
    expect(replies.map(errorOf)).toEqual(['none', 'none']);
    const { screenshots, droppedFiles } = stored();
    expect(screenshots).toHaveLength(1);
    expect([...screenshots, ...droppedFiles].sort()).toEqual([...pictures].sort());
  },
);

it('changes nothing of what another phone has handed in meanwhile', async () => {
  const { version } = await choose(world, GRADUATE);
  const submission = await employedSubmission(world, GRADUATE, version);
  const asSeen = jest.spyOn(world.store, 'changeAll').mockImplementationOnce(async () => {
    asSeen.mockRestore();
    dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
    return 0;
  });
  expect(errorOf(await save([], '另一个团支部'))).toBe('TRANSFER_ILLEGAL_STEP');
  expect(stored()).toMatchObject({ state: 'submitted', draft: {}, screenshots: submission.screenshots });
});
