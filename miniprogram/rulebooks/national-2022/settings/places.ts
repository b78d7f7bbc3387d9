/** Which 街道, 乡镇, village or community takes people in. */
import type { WayRule } from '../../../domain/rules/rulebook';
import type { RulebookEdit, Setting } from '../../../domain/rules/rulebook/settings';

const WORK_ONLY = '先转到工作地的街道、乡镇';

export const WORKPLACE: Setting = {
  id: 'workplace',
  question: '单位没有团组织的，可以转到哪里？',
  default: 'work-or-home',
  options: [
    {
      id: 'work-or-home',
      label: '工作地或经常居住地',
      whoDoes: '团中央 2022 年指引、河北 2022 年、南开大学 2024 年这样写。',
      edits: [],
    },
    {
      id: 'work-only',
      label: '只能是工作地',
      whoDoes: '广东和华南理工大学 2025 年、四川农业大学 2024 年、深圳罗湖区 2023 年这样办。',
      edits: [
        { path: 'ways.workplace.routes.current-residence', value: null },
        { path: 'flows.way-picker.nodes.employer.options.none.hint', value: WORK_ONLY },
        { path: 'flows.way-picker.nodes.employer-ask.options.asked.hint', value: WORK_ONLY },
        {
          path: 'flows.refusal-coach.nodes.other-way.result.text',
          value: '单位暂时不接收，就先按“单位没有团组织”转到工作地的街道、乡镇，以后还能再转到单位。',
        },
      ],
    },
  ],
};

/** GD25 writes so about whoever has found work abroad by themselves. */
export const ABROAD_HOME: Setting = {
  id: 'abroad-home',
  question: '自己在国（境）外找到工作的，转到哪里？',
  default: 'either',
  options: [
    {
      id: 'either',
      label: '居住地或户籍地',
      whoDoes: '上海理工大学 2020 年的流程这样写，广东 2025 年的指引多数情况也这样写。',
      edits: [],
    },
    {
      id: 'registered',
      label: '只能是户籍地',
      whoDoes: '广东 2025 年的指引：单位在国内没有机构的，转回户籍地。',
      edits: [
        { path: 'ways.work-abroad.routes.current-residence', value: null },
        { path: 'flows.way-picker.nodes.sent-employer.options.none.hint', value: '先转到户籍地' },
        {
          path: 'questions.sent-abroad.answer.1',
          value: '单位没有团组织，或者单位在国外：转到户籍地的街道、乡镇。',
        },
      ],
    },
  ],
};

/** In the words of the routes home: who is asked first, and who may be. */
const EITHER = '，或者村、社区的团支部';
const VILLAGE_FIRST = '，有村、社区团支部的先选它';

const villageFirst = (ways: readonly WayRule[]): RulebookEdit[] =>
  ways.flatMap((way) =>
    way.routes
      .filter(({ receiver }) => receiver?.kind === 'home')
      .flatMap(({ id, targetHint, guide }) => {
        const route = `ways.${way.id}.routes.${id}`;
        return [
          { path: `${route}.targetHint`, value: targetHint.replace(EITHER, VILLAGE_FIRST) },
          { path: `${route}.guide.summary`, value: guide.summary.replace(EITHER, VILLAGE_FIRST) },
        ];
      }),
  );

/** Where 街道 or 乡镇 take people in, village and community branches do as well: which of them first is disputed. */
export const village = (ways: readonly WayRule[]): Setting => ({
  id: 'village',
  question: '街道、乡镇和村、社区，先转到哪里？',
  default: 'either',
  options: [
    {
      id: 'either',
      label: '都可以，照当地说的',
      whoDoes: '团中央 2022 年指引只写到街道、乡镇。',
      edits: [],
    },
    {
      id: 'first',
      label: '有村、社区团支部的，先转到那里',
      whoDoes: '华南理工大学 2025 年、深圳罗湖区 2023 年这样写；还没落实去处的，广东 2025 年的指引也这样写。',
      edits: villageFirst(ways),
    },
  ],
});
