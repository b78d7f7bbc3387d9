import type { OfflineStep } from '../../domain/rules/rulebook/offline-steps';

/** The 《团员证》 is stamped at the college after the submission, with its screenshot. */
export const CARD: OfflineStep = {
  id: 'card',
  label: '《团员证》转出',
  hint: '带截图去学院，当场办好',
  opens: 'submitted',
  who: 'college',
  receivedBy: 'any',
  atDesk: true,
  needs: ['screenshot'],
  source: '毕业生团员团组织关系转出操作流程',
};
