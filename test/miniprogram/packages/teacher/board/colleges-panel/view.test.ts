import {
  toCollegesView,
  type Colleges,
} from '../../../../../../miniprogram/packages/teacher/board/colleges-panel/view';

describe('the colleges side by side', () => {
  const college = (name: string, more: object): Colleges[number] =>
    ({
      id: name,
      name,
      members: 100,
      arrived: 60,
      underWay: 20,
      waiting: 0,
      stuck: 0,
      teachers: 1,
      leftOut: 0,
      started: 80,
      ...more,
    }) as Colleges[number];

  const at = Date.UTC(2027, 5, 30, 15, 59);
  const reply = (...colleges: Colleges) => ({
    colleges,
    hasSeason: true,
    target: { at, percent: 80 },
    now: at - 86_400_000,
  });

  it.each([
    ['nearly done', { arrived: 80 }, { percent: 80, tone: 'done', alarm: '' }],
    [
      'in the middle',
      {},
      { percent: 60, tone: 'soon', line: '100 人，转到 60，在办 20', alarm: '到 80% 还差 20 人' },
    ],
    ['behind', { arrived: 49 }, { percent: 49, tone: 'soon' }],
    // The college's own board says 66.7: 20 of 80 are counted in neither.
    ['counted as on its board', { arrived: 70, leftOut: 10 }, { percent: 66.7 }],
    ['without a roster', { members: 0, arrived: 0 }, { percent: null, tone: '', line: '还没有导入名单' }],
    [
      'waiting',
      { arrived: 80, waiting: 3, stuck: 2, teachers: 0 },
      { alarm: '还没有老师，3 条等学院，2 人卡住' },
    ],
  ])('one that is %s', (_, more, row) => {
    expect(toCollegesView(reply(college('甲', more))).rows[0]).toMatchObject(row);
  });

  it('begin with the lowest; those without people come last; the sum stands on top', () => {
    const view = toCollegesView(
      reply(
        college('空', { members: 0, arrived: 0 }),
        college('高', { arrived: 90, stuck: 1 }),
        college('低', { arrived: 10 }),
      ),
    );
    expect(view.rows.map(({ name }) => name)).toEqual(['低', '高', '空']);
    expect(view).toMatchObject({ percent: 50, line: '200 人里已转到 100 人', alarm: '1 人卡住' });
    expect(view.target).toBe('6月30日要到 80%，1 个学院还没到');
    expect(view.steps).toBeNull();
  });
});
