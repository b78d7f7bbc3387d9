import type { WayRule } from '../../../domain/rules/rulebook';
import { BY_GRADUATE } from './handling';
import type { Terms } from '../terms';
import { NO_NAME } from './names';

/** Nothing here asks for a place, a name or a picture: any of them could tell who the employer is. */
export const confidential = (terms: Terms): WayRule => ({
  id: 'confidential',
  label: '工作单位属于保密机构',
  shortLabel: '保密机构',
  routeQuestion: null,
  routes: [
    {
      id: 'direct',
      label: '转往特殊单位团组织',
      hint: '我们不会问单位的名称',
      transferReason: '转往特殊单位团组织',
      targetHint: '不用填单位，上级审核后转入“特殊人员专属人才库”',
      ...BY_GRADUATE,
      receiverClock: false,
      list: null,
      required: ['initiatedAt'],
      optional: [],
      ...NO_NAME,
      basis: terms.basis.confidential,
      guide: {
        summary: '上级团组织审核以后，团关系转入“特殊人员专属人才库”。全程不写单位名称。',
        steps: [
          '登录智慧团建，点左下角“关系接转”',
          '接转原因选“转往特殊单位团组织”',
          '整页截图，存在自己手机里，再点提交',
          '回到这里填提交时间，带截图和《团员证》去学院',
          '等学院和上级团组织审核',
        ],
        prepare: ['能登录智慧团建', '问过单位：可以按保密机构办理', '没有团内职务，或已经卸任'],
        tellReceiver: null,
        mistakes: [
          '选了“工作”，把单位名称填进了系统。',
          '把单位名称发给同学或者写在备注里。',
          '把截图传到群里。截图只在办《团员证》时当面出示。',
        ],
        askWhom: '当面问学院团委老师，不用说单位名称',
      },
    },
  ],
});
