import type * as Absent from '../../../../../miniprogram/memory/absent-people';
import { PERSON } from '../../../../../tools/shots/cases/person-notices';
import { answer } from '../../../support/fake-wx';
import { mount, phone, tapOn } from '../../../support/mount';

const NOW = Date.UTC(2026, 5, 12, 2);
const REGION = { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' };
const people = Array.from({ length: 45 }, (_, index) => ({
  memberId: `m-${index}`,
  name: `同学${index}`,
  studentNumber: '',
  branchName: '通信2201团支部',
}));

interface Asked {
  readonly memberIds: string[];
  readonly fields: object | null;
}

const begin = () => {
  const asked: Asked[] = [];
  phone().cloud.callFunction.mockImplementation(({ data: { action, payload } }) => {
    if (action === 'person') return answer({ person: PERSON, rulebookId: 'national-2022', now: NOW });
    const { memberIds, fields } = payload as Asked;
    asked.push({ memberIds, fields });
    const state = fields ? 'submitted' : 'draft';
    return answer({ results: memberIds.map((memberId) => ({ memberId, left: null, state })) });
  });
  const page = mount(() => {
    jest
      .requireActual<typeof Absent>('../../../../../miniprogram/memory/absent-people')
      .rememberAbsent(people);
    return jest.requireActual('../../../../../miniprogram/packages/graduate/record-many/record-many');
  });
  return { page, asked };
};

it('records the way of everybody picked, part after part, and then one start for all of them', async () => {
  const { page, asked } = begin();
  await page.does('onLoad', { as: 'teacher' });
  await page.does('onAllTap');
  await page.does('onPersonTap', tapOn({ id: 'm-44' }));
  await page.does('onNextTap');
  await page.does('onWayTap', tapOn({ key: 'employed direct' }));
  expect(asked.map(({ memberIds }) => memberIds.length)).toEqual([20, 20, 4]);
  expect(page.data).toMatchObject({ phase: 'done', outcome: { title: '44 人的去向记好了' }, busy: '' });
  // Nothing is recorded as started before it is filled in.
  await page.does('onMainTap');
  expect(asked).toHaveLength(3);
  const draft = { region: REGION, organisation: '澄江智能装备（上海）有限公司团支部', initiatedAt: NOW };
  await page.does('change', { draft });
  expect(page.data.goal).toBe('');
  await page.does('onMainTap');
  expect(asked.slice(3).map(({ memberIds }) => memberIds.length)).toEqual([20, 20, 4]);
  expect(asked.at(-1)?.fields).toMatchObject({ organisation: draft.organisation });
  expect(page.data).toMatchObject({ outcome: { title: '44 人记为已发起' }, view: null });
});

it('goes nowhere while nobody is picked, and takes a pick back', async () => {
  const { page } = begin();
  await page.does('onLoad', { as: 'secretary' });
  await page.does('onPersonTap', tapOn({ id: 'm-1' }));
  expect(page.data.count).toBe(1);
  await page.does('onPersonTap', tapOn({ id: 'm-1' }));
  expect(page.data.count).toBe(0);
});
