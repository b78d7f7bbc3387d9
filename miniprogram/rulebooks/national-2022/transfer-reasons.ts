/** 接转原因 as 智慧团建 words them; the list was seen in 2021 and has to be compared every season. */
export const TRANSFER_REASONS = {
  study: '升学',
  employer: '已落实工作单位（工作单位有团组织）',
  noBranch: '已落实工作单位（工作单位无团组织）',
  sentAbroad: '出国（因公出国/境）',
  abroad: '出国（因私出国/境）/学习研究',
  special: '转往特殊单位团组织',
  undecided: '未落实就业去向',
  floating: '毕业学生流动团员/其他',
} as const;

/** The same kinds in the words of whichever system. */
export type TransferReasons = Readonly<Record<keyof typeof TRANSFER_REASONS, string>>;
