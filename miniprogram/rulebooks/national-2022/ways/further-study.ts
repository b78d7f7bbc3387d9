import type { WayRule } from '../../../domain/rules/rulebook';
import { basisOf } from '../../sources';
import { TO_SCHOOL } from '../handling';
import { SCHOOL_NAMES } from '../names';
import { NO_SCREENSHOT, type Start } from '../start';

export const furtherStudy = (start: Start): WayRule => ({
  id: 'further-study',
  label: '升学',
  shortLabel: '升学',
  routeQuestion: null,
  routes: [
    {
      id: 'direct',
      label: '开学后转到新学校',
      hint: '读研、读博、专升本，留在本校也算',
      transferReason: start.reasons.study,
      targetHint: '新学校的新生团支部，开学后向学院团委问全称',
      ...TO_SCHOOL,
      required: ['organisation', 'initiatedAt', 'screenshots'],
      optional: ['region'],
      ...SCHOOL_NAMES,
      basis: basisOf('G22', 'SICAU24', 'SCUT25', 'US23'),
      guide: {
        summary: '现在不用急。团关系先留在学校，等新学校在开学后一个月内建好新生团支部，再转过去。',
        steps: [
          '现在只要选好“升学”，到时候我们提醒你',
          '报到以后问学院团委或辅导员：新生团支部建好了没有，全称是什么',
          ...start.steps(start.reasons.study, '填学校类别、学校名称和地址；申请转入组织选到学院和班级'),
        ],
        prepare: [start.account, '录取通知书上的学校和学院', '新学院团委或辅导员的联系方式'],
        tellReceiver:
          '老师您好，我是今年录取的新生{name}，需要把团组织关系转到咱们学院。请问新生团支部建好了吗，在系统里的全称是什么？我发起以后，麻烦您接收一下，谢谢！',
        mistakes: [
          '怕来不及，先转到户籍地或居住地。升学的关系不能转到那里，开学还得再转。',
          '新团支部还没建好，就随便选了一个。',
          '新学校已经替你发起了，自己又发起一次。先问一句由谁发起。',
          '本校升学以为不用转。学院、班级换了，团支部也换了。',
          start.wrongSystem,
          NO_SCREENSHOT,
        ],
        askWhom: '问新学校的学院团委，再问现在的学院团委老师',
      },
    },
  ],
});
