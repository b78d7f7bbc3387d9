import type { RouteRule, WayRule } from '../../../domain/rules/rulebook';
import { basisOf } from '../../sources';
import { BY_COLLEGE } from '../handling';
import { KEEPING } from '../keeping';
import { NO_NAME } from '../names';
import { OFFLINE } from '../offline-steps';
import type { Start } from '../start';
import { placeRoute, type PlaceId } from './place';

const keep = (start: Start): RouteRule => ({
  id: 'keep',
  label: '暂时留在学校',
  hint: '最多一年，要登记，签一份告知书',
  transferReason: start.reasons.floating,
  targetHint: '学校的“流动团员团支部”，由学院安排',
  ...BY_COLLEGE,
  offlineSteps: [OFFLINE.notice.id],
  keeping: KEEPING.undecided.id,
  list: 'floating',
  required: ['currentResidence'],
  optional: ['registeredResidence'],
  ...NO_NAME,
  basis: basisOf('G22', 'NK24', 'AHYZ24'),
  guide: {
    summary:
      '去处一时定不下来，可以申请先留在学校的“流动团员团支部”，一般半年，最多一年。去处定了，马上转走。',
    steps: [
      '在这里填好现在住在哪里，报给学院',
      '到学院签《流动团员告知书》，学院记进登记表',
      '留着的时候照样交团费、参加活动，电话换了告诉学院',
      '去处定了，回到这里选新的去向',
    ],
    prepare: ['现在的居住地，具体到街道、乡镇', '一个以后也打得通的电话，告诉学院'],
    tellReceiver: null,
    mistakes: [
      '以为留在学校就不用管了。到期没有转，学院找不到人，会更难办。',
      '已经有单位，还申请留在学校。有单位就转到单位或工作地。',
      '自己又在系统里发起了转出，和留校登记冲突。',
    ],
    askWhom: '问学院团委老师',
  },
});

/** Not employed, not studying: where one lives comes first, 户籍地 only after it. */
export const noOrganisation = (start: Start): WayRule => {
  const route = (id: PlaceId) =>
    placeRoute(
      id,
      {
        reason: start.reasons.undecided,
        boxes: '',
        later: '以后有了工作，再从这里转到单位。',
        basis: basisOf('G22', 'QA22', 'HB22'),
        mistake: '以为没有工作就不用转。关系一直留在学校，以后更难办。',
      },
      start,
    );
  return {
    id: 'no-organisation',
    label: '还没落实去处',
    shortLabel: '未落实',
    routeQuestion: '团关系先放在哪里？',
    routes: [route('current-residence'), route('registered-residence'), keep(start)],
  };
};
