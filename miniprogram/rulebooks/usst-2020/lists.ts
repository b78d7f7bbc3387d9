import type { HandInList } from '../../domain/rules/lists';

/** Lists a college hands in to the university, in the order they are offered. */
export const LISTS: readonly HandInList[] = [
  {
    id: 'kept',
    title: '保留在学院的',
    hint: '含父母的联系方式，请妥善保管',
    fileName: '保留团组织关系名单',
    holds: 'route',
    columns: ['way', 'graduationMonth', 'parentContact'],
  },
  {
    id: 'army',
    title: '参军入伍的',
    hint: '上交学校的名单',
    fileName: '参军入伍名单',
    holds: 'route',
    columns: ['graduationMonth'],
  },
  {
    id: 'deferred',
    title: '延迟毕业的',
    hint: '上交学校的名单',
    fileName: '延迟毕业名单',
    holds: 'route',
    columns: ['graduationMonth', 'expectedGraduation'],
  },
];
