import type { Flow } from '../../../domain/rules/flow';
import { receiverDays, timeoutText } from '../terms';
import type { Terms } from '../terms';
import { advice, option, question } from '../../flow-parts';

/** After the last day the rulebook only proposes; 智慧团建 says what is true. */
export const timeout = (terms: Terms): Flow => ({
  id: 'timeout',
  title: '到期了',
  start: 'shows',
  nodes: [
    question(
      'shows',
      '智慧团建现在显示什么？',
      [
        option('accepted', '已经转到新的团支部', 'accepted'),
        option('returned', '还在学校，申请被退回', 'returned'),
        option('pending', '还显示审批中', 'pending'),
        option('no-login', '我登录不了', 'login'),
      ],
      `过了 ${receiverDays(terms)} 天没处理，按规则${timeoutText(terms)}。以智慧团建显示的为准。`,
    ),
    advice('accepted', {
      title: '团关系到了',
      text: '记住新团支部的名称，再带《团员证》和截图去学院，就全部办完。',
      action: { label: '对方已接收', do: 'report-accepted' },
    }),
    advice('returned', {
      title: '关系还在学校，没有丢',
      text: '先问对方为什么没有接收，约好时间，再重新发起一次。',
      action: { label: '申请退回来了', do: 'report-returned' },
    }),
    advice('pending', {
      title: '再等一天，同时问对方',
      text: '系统更新会慢一点。今天就打电话请对方处理，明天再看；一直不变，请学院老师查。',
      action: { label: '还在等', do: 'keep-waiting' },
    }),
    advice('login', {
      title: '先找回密码',
      text: '登录进去才看得到结果。团支书也能在团员列表里帮你看。',
      action: { label: '去登录帮助', do: 'login-help' },
    }),
  ],
});
