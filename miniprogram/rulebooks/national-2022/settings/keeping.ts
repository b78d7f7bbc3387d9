import type { Setting } from '../../../domain/rules/rulebook/settings';

export const KEEPING_OFFERED: Setting = {
  id: 'keeping',
  question: '没落实去处或出国读书的，可以留在学校吗？',
  default: 'offered',
  options: [
    {
      id: 'offered',
      label: '可以，六个月，最多一年',
      whoDoes: '团中央 2022 年指引这样写。',
      edits: [],
    },
    {
      id: 'exceptionally',
      label: '只在特别困难时，要写申请，出国读书也一样',
      whoDoes: '南开大学生科院 2024 年这样办，留着的照样尽义务。',
      edits: [
        { path: 'ways.no-organisation.routes.keep.hint', value: '特别困难才可以，写申请，学院批准' },
        {
          path: 'ways.no-organisation.routes.keep.guide.steps.0',
          value: '先交一份书面申请，再在这里填好现在住在哪里，报给学院',
        },
        { path: 'flows.way-picker.nodes.home.options.keep.hint', value: '特别困难才可以，要写申请' },
        { path: 'ways.study-abroad.routes.keep.hint', value: '特别需要才可以，书面申请，学院批准' },
        { path: 'flows.way-picker.nodes.abroad-study.options.keep.hint', value: '特别需要才可以，要写申请' },
      ],
    },
    {
      id: 'not-offered',
      label: '没落实去处的不可以',
      whoDoes: '华南理工大学 2025 年、深圳罗湖区 2023 年不提供。',
      edits: [
        { path: 'ways.no-organisation.routes.keep', value: null },
        {
          path: 'questions.undecided.answer.1',
          value: '本校不能把关系暂时留在学校。先转过去，以后情况变了还能再转。',
        },
      ],
    },
  ],
};
