import type { KeepingKind } from '../../domain/rules/rulebook/keeping';

/** 出国（境）学习: the guide of 2020 names no end, only that people stay in touch. */
export const IN_COLLEGE: KeepingKind = {
  id: 'in-college',
  label: '保留在学院',
  months: null,
  mostMonths: null,
  followUpMonths: [6],
  source: '毕业生团员团组织关系转出操作流程，第四种方式：定期和学院联系',
};
