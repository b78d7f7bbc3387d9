/**
 * The shipped rulebook as another school would set it: the secretary approves before the college, further study waits
 * for September, and what the school has let go can be revoked. Importing this first replaces that rulebook alone.
 */
import type { Rulebook, RouteRule } from '../../../miniprogram/domain/rules/rulebook';

const changed = (route: RouteRule, wayId: string): RouteRule => {
  const asked: RouteRule =
    route.handledBy === 'graduate' ? { ...route, approvals: ['secretary', 'college'] } : route;
  const opens = { month: 9, day: 1 };
  return wayId === 'further-study'
    ? { ...asked, window: { opens, deadline: null, source: '工作指引' } }
    : asked;
};

jest.doMock('../../../miniprogram/rulebooks/usst-2020', () => {
  const { usst2020 } = jest.requireActual<{ readonly usst2020: Rulebook }>(
    '../../../miniprogram/rulebooks/usst-2020',
  );
  return {
    usst2020: {
      ...usst2020,
      withdrawal: { until: 'decided', lastDay: { month: 8, day: 31 }, source: '2023 年的一份通知' },
      ways: usst2020.ways.map((way) => ({
        ...way,
        routes: way.routes.map((route) => changed(route, way.id)),
      })),
    },
  };
});
