import type { HandInList } from '../../domain/rules/lists';

/** Lists a college hands in to the university, in the order they are offered. */
export const LISTS: readonly HandInList[] = [
  {
    id: 'floating',
    title: '暂留学校的',
    hint: '流动团员登记表，到期前要联系',
    fileName: '流动团员登记表',
    holds: 'route',
    columns: ['graduationMonth', 'currentResidence', 'registeredResidence'],
  },
  {
    id: 'kept',
    title: '出国保留在学院的',
    hint: '含父母的联系方式，请妥善保管',
    fileName: '出国境学习研究团员名单',
    holds: 'route',
    columns: ['graduationMonth', 'studyPlace', 'returnMonth', 'parentContact'],
  },
  {
    id: 'army',
    title: '参军入伍的',
    hint: '上交学校的名单',
    fileName: '参军入伍名单',
    holds: 'route',
    columns: ['graduationMonth', 'route'],
  },
  {
    id: 'deferred',
    title: '延迟毕业的',
    hint: '不算在转接率里',
    fileName: '延迟毕业名单',
    holds: 'route',
    columns: ['graduationMonth', 'expectedGraduation'],
  },
  {
    id: 'letters',
    title: '开过介绍信的',
    hint: '介绍信登记表，编号、日期和回执',
    fileName: '介绍信登记表',
    holds: 'letters',
    columns: ['letterNumber', 'letterAt', 'organisation', 'receiptAt'],
  },
];
