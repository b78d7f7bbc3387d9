import type { TransferReasons } from '../national-2022/transfer-reasons';
import type { Start } from '../national-2022/start';

/** 转出原因 in plain words: the notices name the kinds, not the page's own wording. */
const REASONS: TransferReasons = {
  study: '升学',
  employer: '就业',
  noBranch: '就业',
  sentAbroad: '出国（境）工作',
  abroad: '出国（境）',
  special: '特殊单位',
  undecided: '未就业',
  floating: '未就业',
};

/** 北京共青团: one entrance for receivers in 北京, another for all others. */
export const ON_BJYOUTH: Start = {
  reasons: REASONS,
  account: '能登录“北京共青团”，团支部标好了毕业年份（没标就没有去向可选，请团支书标）',
  steps: (reason, boxes) => [
    '打开 m.bjyouth.net，或从公众号“青春北京”点“线上系统”，登录后点“我的组织”',
    '接收的组织在北京的系统里，点“转移团组织”；在京外，或归铁路、民航、央企等系统团委，点“转至外部系统”',
    `转出原因选“${reason}”，字句有出入就选意思一样的`,
    `${boxes}；转到京外时全称要逐字填`,
    '核对一遍，整页截图，再点提交，然后回到这里填一遍',
  ],
  wrongSystem: '京外的组织在“转移团组织”里搜不到，要走“转至外部系统”。',
};
