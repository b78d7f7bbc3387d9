/** A page for whoever receives: what to click on the system, and by when. It knows what the graduate sent, no more. */
import { formatChina } from '../../../domain/calendar/china-time';
import type { Rulebook } from '../../../domain/rules/rulebook/index';

/** What the link carries. */
export interface Sent {
  readonly name: string;
  /** End of the receiver's days, epoch ms; 0 where no clock runs. */
  readonly by: number;
  /** What becomes of it when nobody answers; empty where nothing does by itself. */
  readonly outcome: string;
  /** Id of the system the receiver works in. */
  readonly system: string;
}

export interface ForReceiverView {
  readonly title: string;
  readonly until: string;
  readonly otherwise: string;
  readonly steps: readonly string[];
  readonly unsure: string;
}

const isOutcome = (outcome: string, of: Rulebook): outcome is keyof Rulebook['outcomes'] =>
  Object.prototype.hasOwnProperty.call(of.outcomes, outcome);

export const toForReceiverView = (
  { name, by, outcome, system }: Sent,
  rulebook: Rulebook,
): ForReceiverView => {
  const own = rulebook.system;
  const other = own.others.find(({ id }) => id === system);
  const login = other
    ? `用团组织的管理员账号登录“${other.name}”`
    : `用团组织的管理员账号登录${own.name}，电脑打开 ${own.address}`;
  return {
    title: `请接收${name || '这位毕业生'}的团组织关系`,
    until: by > 0 ? `${formatChina(by, 'YYYY年M月D日 HH:mm')} 以前` : '',
    otherwise: by > 0 && isOutcome(outcome, rulebook) ? rulebook.outcomes[outcome].toReceiver : '',
    steps: [
      login,
      '进“业务办理”，找“组织关系转接”，看等你们处理的申请',
      `对一下名字${name ? `“${name}”` : ''}和学校，没有错就点同意`,
      '你们是团委、团工委的，同意以后还要把人分到一个团支部',
    ],
    unsure: '不归你们接收的，请点退回，并写上该转到哪里。名称写错了的，也请退回，毕业生改好再发。',
  };
};
