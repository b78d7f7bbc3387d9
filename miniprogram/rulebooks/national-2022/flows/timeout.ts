import type { Flow } from '../../../domain/rules/flow';
import { advice, option, question } from '../../flow-parts';

/**
 * After the last day the rulebook only proposes; the system says what is true.
 *
 * @param system its name
 */
export const timeout = (system: string): Flow => ({
  id: 'timeout',
  title: '到期了',
  start: 'shows',
  nodes: [
    question(
      'shows',
      `${system}现在显示什么？`,
      [
        option('accepted', '已经转到新的团组织', 'accepted'),
        option('returned', '还在学校，申请被退回', 'returned'),
        option('pending', '还显示审批中', 'pending'),
        option('no-login', '我登录不了', 'login'),
      ],
      `到期没有处理的，系统会把申请退回。以${system}显示的为准。`,
    ),
    advice('accepted', {
      title: '团关系到了',
      text: '记住新团组织的名称。对方是团委、团总支的，再请他们把你分到一个团支部。',
      action: { label: '对方已接收', do: 'report-accepted' },
    }),
    advice('returned', {
      title: '关系还在学校，没有丢',
      text: '不是你的错，是对方一直没处理。先打电话约好谁来接收，再重新发起一次。',
      action: { label: '申请退回来了', do: 'report-returned' },
    }),
    advice('pending', {
      title: '今天就打电话问对方',
      text: '系统更新会慢一点。请对方今天处理，明天再看；一直不变，请学院老师查。',
      action: { label: '还在等', do: 'keep-waiting' },
    }),
    advice('login', {
      title: '先找回密码',
      text: '登录进去才看得到结果。团支书也能在团员列表里帮你看。',
      action: { label: '去登录帮助', do: 'login-help' },
    }),
  ],
});
