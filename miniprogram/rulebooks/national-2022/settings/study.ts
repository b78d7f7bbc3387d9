import type { Setting } from '../../../domain/rules/rulebook/settings';

const DIRECT = 'ways.further-study.routes.direct';
/** What is said where no route is shown: the hint below the picker's question, and the answers to typed ones. */
const HELP = 'flows.way-picker.nodes.study.help';
const NOT_BUILT = 'questions.branch-not-built.answer';
const SAME_UNIVERSITY = 'questions.same-university.answer.1';
const STILL_WAITING = 'questions.other-studies.answer.1';

const NOT_HOME = '别先转到户籍地或居住地，开学后还得再转一次。也别随便选一个团支部。';
const NOT_ADMITTED = '没录取，再按当时的去向选。';

/** When those who go on studying leave. Whatever is chosen, no sentence of another answer is left standing. */
export const FURTHER_STUDY: Setting = {
  id: 'further-study',
  question: '升学的同学什么时候转？',
  default: 'wait',
  options: [
    {
      id: 'wait',
      label: '开学后，等新团支部建好再转',
      whoDoes: '团中央 2022 年指引这样写，多数学校照办。',
      edits: [],
    },
    {
      id: 'at-once',
      label: '录取了就可以发起',
      whoDoes: '河北 2022 年的通知这样办。',
      edits: [
        { path: `${DIRECT}.window.opens`, value: null },
        { path: `${DIRECT}.label`, value: '转到新学校' },
        { path: `${DIRECT}.targetHint`, value: '新学校的团组织，录取后向学院团委问全称' },
        {
          path: `${DIRECT}.guide.summary`,
          value: '录取以后就可以发起，团关系转到新学校。先问新学校该转进哪个团组织。',
        },
        { path: `${DIRECT}.guide.steps.0`, value: '录取以后，问新学校的学院团委该转进哪个团组织' },
        { path: `${DIRECT}.guide.steps.1`, value: '问清全称和由谁接收；对方说还没建好，就等它建好' },
        {
          path: `${DIRECT}.guide.tellReceiver`,
          value:
            '老师您好，我是今年录取的新生{name}，需要把团组织关系转到咱们学院。请问现在该转进哪个团组织，在系统里的全称是什么？我发起以后，麻烦您接收一下，谢谢！',
        },
        { path: HELP, value: '录取以后就可以发起，先问新学校该转进哪里。' },
        {
          path: NOT_BUILT,
          value: [
            '录取以后就可以发起。先问新学校的学院团委：现在该转进哪个团组织，全称是什么。',
            '对方说还没建好，就等它建好再发起。这段时间团关系留在现在的学校，没有丢。',
            NOT_HOME,
          ],
        },
        { path: SAME_UNIVERSITY, value: '录取以后就问新学院，该转进哪个团支部，问到了就发起。' },
        {
          path: STILL_WAITING,
          value: `还在等录取结果，先别转。录取了，问新学校该转进哪里，就可以发起；${NOT_ADMITTED}`,
        },
      ],
    },
    {
      id: 'temporary',
      label: '新学校有“新生临时团支部”就先转进去',
      whoDoes: '四川一所高校 2023 年、北京一所高校 2021 年这样办，8 月底以前发起。',
      edits: [
        { path: `${DIRECT}.window.opens`, value: null },
        { path: `${DIRECT}.window.deadline`, value: { month: 8, day: 31 } },
        { path: `${DIRECT}.label`, value: '转到新学校的临时团支部' },
        { path: `${DIRECT}.targetHint`, value: '新学校的“待转接团支部”或“新生临时团支部”，没有就等开学' },
        {
          path: `${DIRECT}.guide.summary`,
          value: '新学校有“待转接团支部”或“新生临时团支部”，就先转进去，开学后由新学校分班。没有，就等开学。',
        },
        {
          path: `${DIRECT}.guide.steps.0`,
          value: '录取以后，问新学校有没有“待转接团支部”或“新生临时团支部”',
        },
        { path: `${DIRECT}.guide.steps.1`, value: '有，问清全称就发起；没有，等开学后的新生团支部建好' },
        { path: HELP, value: '新学校有临时团支部就先转进去，没有就等开学。' },
        {
          path: NOT_BUILT,
          value: [
            '先问新学校有没有“待转接团支部”或“新生临时团支部”。有，就先转进去，开学后由新学校分班。',
            '没有，就等新生团支部建好再发起。这段时间团关系留在现在的学校，没有丢。',
            NOT_HOME,
          ],
        },
        { path: SAME_UNIVERSITY, value: '新学院有临时团支部就先转进去，没有就等开学后新团支部建好。' },
        {
          path: STILL_WAITING,
          value: `还在等录取结果，先别转。录取了，新学校有临时团支部就先转进去，没有就等开学；${NOT_ADMITTED}`,
        },
      ],
    },
    {
      id: 'parked',
      label: '先放进本学院的临时团支部，开学后再转',
      whoDoes: '华南理工大学 2025 年这样办，开学后三十天内转走。',
      edits: [
        { path: `${DIRECT}.window.deadline`, value: { month: 9, day: 30 } },
        {
          path: `${DIRECT}.guide.summary`,
          value: '学院先把你放进本学院的临时团支部。新学校开学、新团支部建好以后，三十天内转过去。',
        },
        {
          path: `${NOT_BUILT}.1`,
          value: '这段时间学院把你放进本学院的临时团支部，没有丢，也不算你没办。',
        },
      ],
    },
  ],
};
