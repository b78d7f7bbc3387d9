/**
 * Persons out of the notices, one a row: what they answer, and what has to come out. The tables are Markdown, so that
 * whoever knows the rules can read and correct them without reading code.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FLOW_IDS, type Flow } from '../../../../miniprogram/domain/rules/flow';
import { applyEdits, editsOf } from '../../../../miniprogram/domain/rules/rulebook/apply-edits';
import { searchOf } from '../../../../miniprogram/domain/rules/question-search';
import { allQuestions } from '../../../../miniprogram/domain/rules/way-questions';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { OFFERED_RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { outcomeOf } from './outcome';

interface Row {
  readonly who: string;
  readonly answers: string;
  readonly started: string;
  readonly province: string;
  /** 结果 and the columns behind it. */
  readonly expected: readonly string[];
  readonly rulebook: Rulebook;
  /** None for who types a question into 问一问. */
  readonly flow: Flow | undefined;
}

/** `设置：workplace=work-only，keeping=not-offered` under a heading holds for its table. */
const chosenIn = (rulebook: Rulebook, section: string): Rulebook => {
  const [, choices = ''] = /^设置：(.+)$/m.exec(section) ?? [];
  const pairs = [...choices.matchAll(/([a-z-]+)=([a-z-]+)/g)].map(([, id = '', option = '']) => [id, option]);
  return applyEdits(rulebook, editsOf(rulebook.settings, Object.fromEntries(pairs)));
};

/** `流程：登录帮助` under a heading says which questions its people answer; else it is 选去向, or they type one. */
const flowIn = ({ flows }: Rulebook, section: string): Flow | undefined => {
  const [, title = '选去向'] = /^流程：(.+)$/m.exec(section) ?? [];
  if (title === '问一问') return undefined;
  const id = FLOW_IDS.find((each) => flows[each].title === title);
  if (!id) throw new Error(`no flow is called ${title}`);
  return flows[id];
};

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const rowsOf = (shipped: Rulebook): Row[] =>
  readFileSync(path.join(__dirname, `${shipped.id}.md`), 'utf8')
    .split(/^## /m)
    .flatMap((section) => {
      const rulebook = chosenIn(shipped, section);
      const flow = flowIn(rulebook, section);
      const [head = [], , ...rows] = section
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map(cellsOf);
      return rows.map((cells): Row => {
        const at = (column: string): string => cells[head.indexOf(column)] ?? '';
        const expected = cells.slice(head.indexOf('结果')).filter(Boolean);
        const asked = { who: at('谁'), answers: at('怎么答'), started: at('发起'), province: at('接收地') };
        return { ...asked, expected, rulebook, flow };
      });
    });

const CASES = OFFERED_RULEBOOKS.flatMap((rulebook) =>
  rowsOf(rulebook).map((row) => [rulebook.id, row.who, row] as const),
);

const answerTo = (rulebook: Rulebook, typed: string): string =>
  searchOf(allQuestions(rulebook))(typed)[0]?.question ?? '没有找到';

test.each(CASES)('%s: %s', (_id, _who, { rulebook, flow, answers, started, province, expected }) => {
  const outcome = flow
    ? outcomeOf(rulebook, flow, answers, started, province)
    : [`回答：${answerTo(rulebook, answers)}`];
  expect(outcome).toEqual(expected);
});

test('are at least sixty, and end in every route of every rulebook', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(60);
  for (const rulebook of OFFERED_RULEBOOKS) {
    const routes = rulebook.ways.flatMap((way) => way.routes.map((route) => `${way.label}：${route.label}`));
    const met = new Set(rowsOf(rulebook).map(({ expected }) => expected[0]));
    expect(routes.filter((route) => !met.has(route))).toEqual([]);
  }
});
