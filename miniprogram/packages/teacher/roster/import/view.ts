import { openQuestions } from './questions';
import { unseenAnswers, type Answers } from './answers';
import { noteLines } from './notes';
import type { RowKind, Run } from './rows';

export interface RunView {
  readonly title: string;
  readonly text: string;
  readonly college: string;
  readonly figures: readonly {
    readonly kind: RowKind | 'unchanged';
    readonly label: string;
    readonly count: number;
  }[];
  /** Branches that would be new, for whoever mistyped one; empty without any. */
  readonly newBranches: string;
  /** What the reader left out or took in another sense, a sentence each. */
  readonly notes: readonly string[];
  readonly bad: number;
  /** look: answers wait to be tried. ask: she has to answer. write: it can be written. back: nothing can be done with it. */
  readonly next: 'look' | 'ask' | 'write' | 'back';
  readonly nextLabel: string;
  /** Over the button: what becomes of the rows in question. */
  readonly hint: string;
  readonly percent: number;
  readonly progress: string;
  readonly state: Run['state'];
}

const isClean = ({ badCells, badRows }: Run): boolean => badCells === 0 && badRows === 0;

const checkedWords = (run: Run): Pick<RunView, 'title' | 'text'> => {
  const people = run.added + run.updated + run.unchanged;
  if (run.columns.length === 0 && run.isBlocked)
    return { title: '没看懂这张表', text: '一行都还没有写进名单。' };
  if (run.isBlocked)
    return { title: '有一列没看懂', text: '一行都还没有写进名单。说一下哪一列是什么，就能接着看。' };
  if (people === 0 && !isClean(run))
    return { title: `${run.badRows} 行都要你看`, text: '一行都还没有写进名单。' };
  if (run.added + run.updated === 0 && isClean(run))
    return { title: '没有要改的', text: '这份表和现在的名单一样。' };
  return { title: `认出 ${people} 个人`, text: '一行都还没有写进名单。' };
};

const words = (run: Run): Pick<RunView, 'title' | 'text'> => {
  if (run.state === 'applied') {
    const left = run.badRows > 0 ? `有疑问的 ${run.badRows} 行没有写，改好了再传一次。` : '名单已经是新的。';
    return {
      title: `写进去了 ${run.done} 人`,
      text: run.skipped > 0 ? `${run.skipped} 人刚被别的学院收走，没有改动。` : left,
    };
  }
  if (run.state === 'applying') return { title: '正在写名单', text: '关掉也没关系，回来接着写。' };
  if (run.state === 'stopped')
    return {
      title: `停在了 ${run.done} / ${run.total} 人`,
      text: '让名单写入的老师权限收回了，后面的没有再写。把同一份表再传一次，剩下的就能补上。',
    };
  return checkedWords(run);
};

const newBranchLine = ({ state, newBranches, newBranchNames }: Run): string => {
  if (state !== 'checked' || newBranches === 0) return '';
  const more = newBranches > newBranchNames.length ? `等 ${newBranches} 个` : '';
  return `名单里还没有${newBranchNames.join('、')}${more}，会新建。名字写错的话，改好再传。`;
};

const nextOf = (run: Run, answers: Answers, seen: Answers): Pick<RunView, 'next' | 'nextLabel' | 'hint'> => {
  const changes = run.added + run.updated;
  if (run.state === 'applying') return { next: 'write', nextLabel: '接着写', hint: '' };
  if (run.state !== 'checked')
    return { next: 'back', nextLabel: run.state === 'applied' ? '好' : '回去再传一次', hint: '' };
  const unseen = unseenAnswers(answers, seen);
  if (unseen > 0)
    return { next: 'look', nextLabel: `照这样再看一遍（${unseen} 处）`, hint: '还没有写进名单。' };
  const open = openQuestions(run, answers);
  if (open > 0 && !run.isBlocked) return { next: 'ask', nextLabel: `先答上面 ${open} 个问题`, hint: '' };
  if (!run.isBlocked && changes === 0 && isClean(run))
    return { next: 'back', nextLabel: '回到名单', hint: '' };
  if (run.isBlocked || changes === 0) return { next: 'back', nextLabel: '回去换一份表', hint: '' };
  const hint = run.badRows > 0 ? `有疑问的 ${run.badRows} 行先放着，另外的照常。` : '';
  return { next: 'write', nextLabel: `写入 ${changes} 人`, hint };
};

/** A dry run, its application and its end. `answers` are hers so far, `seen` those the run was made with. */
export const toRunView = (run: Run, answers: Answers, seen: Answers): RunView => ({
  ...words(run),
  ...nextOf(run, answers, seen),
  college: `${run.collegeName}，表里 ${run.rows} 行${run.newBranches > 0 ? `，新建 ${run.newBranches} 个支部` : ''}`,
  figures: [
    { kind: 'bad', label: '要你看', count: run.badCells },
    { kind: 'added', label: '新加', count: run.added },
    { kind: 'updated', label: '改动', count: run.updated },
    { kind: 'unchanged', label: '不变', count: run.unchanged },
    { kind: 'missing', label: '不在表里', count: run.missing },
  ],
  newBranches: newBranchLine(run),
  notes: run.state === 'checked' ? noteLines(run.notes) : [],
  bad: run.badCells,
  percent: run.total > 0 ? Math.round((run.done / run.total) * 100) : 0,
  progress: `${run.done} / ${run.total} 人`,
  state: run.state,
});

/** What to list first: what is wrong, else what would be new. */
export const firstKind = (run: Run): RowKind =>
  run.badCells > 0 ? 'bad' : run.added > 0 || run.updated === 0 ? 'added' : 'updated';
