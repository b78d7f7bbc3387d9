import { TRANSFER_REASONS, type TransferReasons } from './transfer-reasons';

/** How a transfer is started: what differs between 智慧团建 and a province's own system. */
export interface Start {
  readonly reasons: TransferReasons;
  /** First thing to have ready. */
  readonly account: string;
  /**
   * From opening the system to handing in, ready to stand in a guide.
   *
   * @param reason 接转原因
   * @param boxes what the page asks for that reason, as one step
   */
  readonly steps: (reason: string, boxes: string) => readonly string[];
  /** The mistake people make with the systems of other places. */
  readonly wrongSystem: string;
}

/** 智慧团建 on the phone or on a computer. */
export const ON_ZHTJ: Start = {
  reasons: TRANSFER_REASONS,
  account: '能登录智慧团建，手机和电脑是同一个密码',
  steps: (reason, boxes) => [
    '手机打开小程序“团中央智慧团建云平台”，点业务办理、组织关系转接、办理转出；电脑在个人中心点“关系转接”',
    '第一题问接收的组织是否在北京、广东、福建，按对方说的选',
    `接转原因选“${reason}”，字句有出入就选意思一样的`,
    boxes,
    '核对一遍，整页截图，再点提交，然后回到这里填一遍',
  ],
  wrongSystem: '接收的组织用北京、广东、福建自己的系统，第一题却选了“否”，怎么也搜不到。',
};

export const ASK = '先问团支书，再问学院团委老师';
export const NO_SCREENSHOT = '先提交，忘了截图。以后核对要用它。';
