import type { WayRule } from '../../../domain/rules/rulebook';
import { basisOf } from '../../sources';
import type { Start } from '../start';
import { ZHTJ } from '../system';
import { employerRoute } from './employer';

export const employed = (start: Start): WayRule => ({
  id: 'employed',
  label: '有工作，单位有团组织',
  shortLabel: '工作单位',
  routeQuestion: '单位的团组织归谁管？',
  routes: [
    employerRoute(
      {
        id: 'direct',
        label: '转到单位的团组织',
        hint: '归省里、市里、区县的团委管',
        reason: start.reasons.employer,
        targetHint: '单位团组织的准确全称，团支部、团总支、团委都可以',
        basis: basisOf('G22', 'OP23'),
        summary: '团关系从学校转到单位的团组织。对方是团委、团总支也可以，接收以后会把你分到一个团支部。',
        find: '申请转入组织照着问来的全称找',
        mistake: '公司在一个城市，团组织归另一个城市管，按公司的地址找就找不到。',
      },
      start,
    ),
    employerRoute(
      {
        id: 'system',
        label: '转到系统团委下面的单位',
        hint: '铁路、民航、中央金融、央企、中央机关',
        // By organisation, not by place: they work in 智慧团建, whatever city they are in (GC25).
        receivingSystem: ZHTJ.id,
        reason: start.reasons.employer,
        targetHint: '在全国铁道、全国民航、中央金融、中央企业、中央和国家机关团委下面找',
        basis: basisOf('GC25', 'G22'),
        summary:
          '铁路、民航、中央金融机构、央企、中央和国家机关的团组织，归自己的系统团委管，不在省里的名单下面。',
        find: '申请转入组织先选对应的系统团委，再往下找单位',
        mistake: '在单位所在的省份下面找。那里没有，要到系统团委下面去找。',
      },
      start,
    ),
  ],
});
