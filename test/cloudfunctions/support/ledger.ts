/**
 * Writes down, for people to read, what a call answers and everything it leaves behind: records, messages, files and
 * lines of the log. Ids are said by the name of whom they stand for, moments by the clock of China.
 */
import { shortHash } from '../../../cloudfunctions/_shared/kernel/hash';
import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import { formatChina } from '../../../miniprogram/domain/calendar/china-time';
import type { Result } from '../../../miniprogram/domain/errors';
import type { Document } from './memory-store';
import type { World } from './world';

/** Years that a number of milliseconds may mean. */
const [FIRST_MOMENT, LAST_MOMENT] = [Date.UTC(2026, 0), Date.UTC(2029, 0)];
/** What the store keeps for itself, the moment that stands in the line already, and words that have tests of their own. */
const UNSAID = ['recordVersion', 'order', 'now', 'text'];
/** What the id of an entry of the audit says already. */
const SAID_BY_ID: readonly string[] = ['subjectId', 'memberId', 'action', 'kind'];
/** What the message shows that is sent. */
const SAID_BY_MESSAGE: readonly string[] = ['fields', 'page', 'planId', 'rulebookId'];

const momentText = (at: number): string =>
  at % 60_000 === 0 ? formatChina(at, 'MM-DD HH:mm') : formatChina(at, 'MM-DD HH:mm:ss.SSS');

const show = (value: unknown): string => {
  if (typeof value === 'number')
    return value > FIRST_MOMENT && value < LAST_MOMENT ? momentText(value) : String(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${fieldsOf(value).join(', ')} }`;
  return typeof value === 'string' && value === '' ? "''" : String(value);
};

const fieldsOf = (value: object): string[] =>
  Object.entries(value).flatMap(([key, one]) =>
    UNSAID.includes(key) || one === undefined ? [] : [`${key}: ${show(one)}`],
  );

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was put behind the rest of a list, if nothing else of it has changed. */
const addedTo = (was: unknown, is: unknown): readonly unknown[] | undefined => {
  if (!Array.isArray(was) || !Array.isArray(is) || was.length === 0 || is.length <= was.length)
    return undefined;
  return was.every((one, index) => show(one) === show(is[index])) ? is.slice(was.length) : undefined;
};

/** What fields have become that are not what they were. */
const changesOf = (was: Fields, is: Fields): string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) => {
    const [before, after] = [was[key], is[key]];
    if (show(before) === show(after) || UNSAID.includes(key)) return [];
    if (key === 'version') return [`version +${Number(after) - Number(before)}`];
    const added = addedTo(before, after);
    if (added) return [`${key} + ${added.map(show).join(', ')}`];
    if (isFields(before) && isFields(after)) return [`${key}: { ${changesOf(before, after).join(', ')} }`];
    return [`${key}: ${show(before)} → ${show(after)}`];
  });

/** Of an answer, what is not as it was when the same was answered before. */
const answerOf = (result: Result<unknown>, before: Fields): string[] => {
  if (!result.ok) return [`= ${show(result.error)}`];
  const data = result.data as Fields;
  return Object.keys(data)
    .flatMap((key) => {
      if (!(key in before)) return fieldsOf({ [key]: data[key] });
      return changesOf({ [key]: before[key] }, { [key]: data[key] });
    })
    .map((line) => `= ${line}`);
};

type Raw = ReadonlyMap<string, Document>;

/** One line for each record that came, changed or went. When the timer looks next is its own affair. */
const effectsOf = (before: Raw, after: Raw): string[] => {
  const lines = [...after].flatMap(([key, is]) => {
    const was = before.get(key);
    if (key.startsWith('wake/') || was === is) return [];
    if (!was) {
      const unsaid = [
        '_id',
        ...(key.startsWith('audits/') ? SAID_BY_ID : key.startsWith('notices/') ? SAID_BY_MESSAGE : []),
      ];
      const rest = Object.entries(is).filter(([field]) => !unsaid.includes(field));
      return [`+ ${key} ${fieldsOf(Object.fromEntries(rest)).join(', ')}`];
    }
    const changes = changesOf(was, is);
    return changes.length > 0 ? [`~ ${key} ${changes.join(', ')}`] : [];
  });
  const gone = [...before.keys()].filter((key) => !after.has(key)).map((key) => `- ${key}`);
  return [...lines, ...gone];
};

/** Replaces what stands for somebody by their name, and what no two runs share by a word. */
const namingOf = ({ store }: World): ((text: string) => string) => {
  const hash = (id: string): string => id.slice(id.indexOf('-') + 1);
  const named = [
    ...(['members', 'branches', 'colleges'] as const).flatMap((collection) =>
      store.all(collection).map(({ _id, name }) => [hash(_id), name] as const),
    ),
    ...store.all('accounts').map(({ _id }) => [shortHash(_id), _id] as const),
  ];
  return (text) =>
    named
      .reduce((all, [id, name]) => all.replaceAll(id, name), text)
      .replace(/v2\.1\.[\w-]+/g, '(sealed)')
      .replace(/CODE\d+X*(-[\w-]{22})?/g, '(code)')
      .replace(/card1\.[^\s,}]+/g, '(token)')
      .replace(/digits: \d{8}/g, 'digits: (eight)');
};

export interface Ledger {
  /** Calls an action and writes it down; the answer. */
  call<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Result<Response<F, A>>>;
  /** Lets time pass, milliseconds. */
  later(ms: number): void;
  /** The timer's turn; written down where it does something. */
  tick(): Promise<void>;
  /** Writes down something else, line by line. */
  note(title: string, said: readonly string[]): void;
  /** Everything written down so far. */
  text(): string;
}

export const openLedger = (world: World): Ledger => {
  const { store } = world;
  const begin = namingOf(world);
  const lines: string[] = [];
  /** The last answer of each action; to whom, makes no difference to a reader. */
  const answered = new Map<string, Fields>();
  const write = async <T>(title: string, work: () => Promise<T>, answer: (done: T) => string[]) => {
    const before = store.raw();
    const [sent, posts, files, logged] = [world.sent, world.posts, world.removedFiles, world.logged].map(
      ({ length }) => length,
    );
    const done = await work();
    const told = [
      ...world.sent
        .slice(sent)
        .map(({ openid, template, page, fields }) => `> ${openid} ${template} ${page} ${show(fields)}`),
      ...world.posts.slice(posts).map(({ key, markdown }) => `> robot ${key} ${show(markdown)}`),
      ...world.removedFiles.slice(files).map((fileId) => `- file ${fileId}`),
      ...world.logged.slice(logged).map(({ event, facts }) => `! ${event} ${show(facts)}`),
    ];
    const end = namingOf(world);
    const named = (line: string): string => end(begin(line)).replaceAll('\n', '⏎');
    const said = [
      ...answer(done).map(named),
      ...effectsOf(before, store.raw()).map(named).sort(),
      ...told.map(named),
    ].map((line) => `  ${line}`);
    lines.push(`${momentText(world.world.now)} ${named(title)}`, ...said);
    return { done, isIdle: said.length === 0 };
  };
  return {
    call: async (openid, name, action, payload) => {
      const { done } = await write(
        `${openid} ${name}.${action} ${show(payload)}`,
        () => world.call(openid, name, action, payload),
        (result) => answerOf(result, answered.get(action) ?? {}),
      );
      if (done.ok) answered.set(action, done.data as Fields);
      return done;
    },
    later: (ms) => void (world.world.now += ms),
    tick: async () => {
      const { isIdle } = await write('the timer', world.tick, () => []);
      if (isIdle) lines.pop();
    },
    note: (title, said) =>
      void lines.push(title, ...said.map((line) => `  ${begin(line).replaceAll('\n', '⏎')}`)),
    text: () => lines.join('\n'),
  };
};
