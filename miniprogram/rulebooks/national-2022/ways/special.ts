/** Army and confidential employers. Nothing here asks for a place, a name or a picture: any of them could tell too much. */
import type { Guide, RouteRule, WayRule } from '../../../domain/rules/rulebook';
import { basisOf } from '../../sources';
import { BY_COLLEGE, TO_SPECIAL } from '../handling';
import { NO_NAME } from '../names';
import { OFFLINE } from '../offline-steps';
import type { Start } from '../start';

const ASK_IN_PERSON = '当面问学院团委老师，不用说单位名称';

/** Started in the system by the graduate, decided by the provincial committee. */
const ownRoute = (
  rule: Pick<RouteRule, 'id' | 'label' | 'hint' | 'list'>,
  guide: Pick<Guide, 'summary' | 'prepare' | 'mistakes'>,
  start: Start,
): RouteRule => ({
  transferReason: start.reasons.special,
  targetHint: '不用填单位，省级团委审核后转入“特殊单位专属库”',
  ...TO_SPECIAL,
  required: ['initiatedAt'],
  optional: [],
  ...NO_NAME,
  basis: basisOf('G22', 'SICAU24', 'QA22'),
  ...rule,
  guide: {
    ...guide,
    steps: [
      ...start.steps(start.reasons.special, '不填单位名称，不填地址').slice(0, -1),
      '整页截图，只存在自己手机里，再点提交，回到这里填提交时间',
      '到学院团委开介绍信，按学院说的交到指定的地方',
      '等学院和省级团委审核',
    ],
    tellReceiver: null,
    askWhom: ASK_IN_PERSON,
  },
});

export const army = (start: Start): WayRule => ({
  id: 'army',
  label: '参军入伍',
  shortLabel: '参军入伍',
  routeQuestion: '谁在系统里发起？',
  routes: [
    ownRoute(
      { id: 'self', label: '我自己发起', hint: '按“特殊单位”办，另外开介绍信', list: 'army' },
      {
        summary: '在系统里按“特殊单位”发起，省级团委审核，同时由学院开介绍信。部队的名称、番号哪里都不写。',
        prepare: [start.account, '入伍通知书，学院可能要看一眼'],
        mistakes: [
          '选了“已落实工作单位”，把部队写进了系统。',
          '只在系统里办，没有开介绍信。两样都要。',
          '走之前没有告诉学院，名单上没有你。',
        ],
      },
      start,
    ),
    {
      id: 'direct',
      label: '请学院发起',
      hint: '已经离校，或者不方便上网',
      transferReason: null,
      targetHint: '不用填，由学院在系统里发起',
      ...BY_COLLEGE,
      offlineSteps: [OFFLINE.specialLetter.id],
      list: 'army',
      required: [],
      optional: [],
      ...NO_NAME,
      basis: basisOf('G22', 'SICAU24'),
      guide: {
        summary: '你把参军的事告诉学院，学院在系统里按“特殊单位”发起，并开介绍信。',
        steps: ['在这里点“报给学院”', '学院记进名单，在系统里发起', '学院开介绍信，告诉你交到哪里'],
        prepare: ['入伍通知书，学院可能要看一眼', '走之前能取介绍信的人'],
        tellReceiver: null,
        mistakes: [
          '报了学院，自己又发起一次，两边要撤。',
          '把部队的名称、番号写进来。这里不用写，也不要写。',
        ],
        askWhom: '问学院团委老师',
      },
    },
  ],
});

export const confidential = (start: Start): WayRule => ({
  id: 'confidential',
  label: '工作单位属于保密机构',
  shortLabel: '保密机构',
  routeQuestion: null,
  routes: [
    ownRoute(
      { id: 'direct', label: '转往特殊单位团组织', hint: '我们不会问单位的名称', list: null },
      {
        summary: '在系统里按“特殊单位”发起，省级团委审核，同时由学院开介绍信。全程不写单位名称。',
        prepare: [start.account, '问过单位：可以按保密机构办理'],
        mistakes: [
          '选了“已落实工作单位”，把单位名称填进了系统。',
          '把单位名称发给同学，或者写在备注里。',
          '把截图传到群里。要看的时候当面出示。',
        ],
      },
      start,
    ),
  ],
});
