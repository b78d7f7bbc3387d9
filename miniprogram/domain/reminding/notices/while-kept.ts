/** What somebody is told whose relation the school keeps for a while. */
import { formatChina } from '../../calendar/china-time';
import { pagePath } from '../pages';
import type { NoticeFacts, NoticeSpec } from './facts';
import { deadlineFields, progressFields } from './fields';

const home = () => pagePath('home');

/** Years may lie between: the day alone would be read as the next one of its name. */
const until = ({ keptUntil }: NoticeFacts): string =>
  keptUntil ? `，最长到 ${formatChina(keptUntil, 'YYYY年M月D日')}` : '';

export const keepingContact: NoticeSpec = {
  title: () => '跟学院说一声你的近况',
  text: (facts) =>
    `你的团关系留在学校${until(facts)}。有去处了，打开小程序接着转；还没有，给学院老师打个电话或发条消息，电话换了也告诉他们。`,
  page: home,
  fields: (facts) =>
    progressFields(facts, '跟学院说一声你的近况', '关系留在学校', '有去处就来转，没有就联系学院'),
};

const left = ({ days }: NoticeFacts): string => (days ? `还剩 ${days} 天` : '快到期了');

export const keepingNear: NoticeSpec = {
  title: (facts) => `${left(facts)}，学校不能再替你留了`,
  text: (facts) =>
    `团关系留在学校${until(facts)}。到那天要转出去，打开小程序选现在的去向；没有工作单位也有地方接收。`,
  page: home,
  fields: (facts) =>
    deadlineFields(facts, facts.keptUntil ?? facts.at, {
      about: `${left(facts)}，保留就到期`,
      consequence: '到期后要转出学校',
      next: '打开小程序，选现在的去向',
    }),
};
