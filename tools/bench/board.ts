/** `npm run bench:board`: what a college's pages cost, by how many transfers are stored. */
import { readTyped, reportFailure, wholeNumber } from '../command-line/typed';
import { teacherEntry } from '../../cloudfunctions/teacher/entry';
import { resetCounters } from '../emulator/counters';
import { openCloud, type Cloud } from '../simulate/cloud';
import { openProcess } from '../simulate/ports';
import { branchId, COLLEGE, COMMITTEE, fillCollege, TEACHER } from './board-data';
import { percentile } from './percentile';

const USAGE = '用法：npm run bench:board -- [--most 几条转接]';

/** 10:00 in China on 7 June 2027. */
const START = Date.UTC(2027, 5, 7, 2);
const FEWEST = 1_000;
const MANY = 100_000;
const RUNS = 5;
const OF_BRANCH = 'people of a branch';
const OF_ALL = 'of all colleges';
/**
 * What a page may examine, in index entries: the queue a page of each kind with the counters of one season, the board its
 * branches and counters. And none may examine more with many stored than with few; a branch has more people then.
 */
const LINES: Readonly<Record<string, number>> = { board: 200, 'queue, first page': 500 };

const PAGES: readonly (readonly [name: string, action: string, payload: object])[] = [
  ['board', 'board', { collegeId: COLLEGE }],
  ['queue, first page', 'queue', {}],
  [OF_BRANCH, 'people', { filter: { by: 'branch', branchId: branchId(7) } }],
  ['people behind a bar', 'people', { filter: { by: 'reached', step: 'college' } }],
  ['people who have not come', 'people', { filter: { by: 'step', step: 'bind' } }],
  ['people without a way', 'people', { filter: { by: 'step', step: 'choose' } }],
  [`board ${OF_ALL}`, 'board', {}],
  [`queue ${OF_ALL}`, 'queue', {}],
  [`rows ${OF_ALL}`, 'colleges', {}],
];

interface Row {
  readonly page: string;
  readonly stored: number;
  readonly requests: number;
  readonly documents: number;
  readonly indexEntries: number;
  readonly ms: number;
}

const measure = async (cloud: Cloud, stored: number): Promise<Row[]> => {
  await cloud.reset();
  const ports = openProcess({ cloud, sendTimeoutMs: 1000 });
  await fillCollege(cloud, ports, stored);
  const mainOf = (openid: string) => teacherEntry({ ports: () => ports, openid: () => openid });
  const [teacher, committee] = [mainOf(TEACHER), mainOf(COMMITTEE)];
  const rows: Row[] = [];
  for (const [page, action, payload] of PAGES) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      resetCounters(cloud.counters);
      const startedAt = performance.now();
      const reply = await (page.endsWith(OF_ALL) ? committee : teacher)({ action, payload });
      times.push(performance.now() - startedAt);
      if (!reply.ok) throw new Error(`${page}: ${reply.error.code}`);
    }
    const database = Object.entries(cloud.counters.requests).filter(([name]) => name.startsWith('database.'));
    const requests = database.reduce((sum, [, count]) => sum + count, 0);
    const { documentsRead: documents, documentsScanned: indexEntries } = cloud.counters;
    rows.push({ page, stored, requests, documents, indexEntries, ms: Math.round(percentile(times, 50)) });
  }
  return rows;
};

/** Each figure beside the one with the fewest stored. */
const ratios = (rows: readonly Row[]) =>
  PAGES.map(([page]) => {
    const own = rows.filter((row) => row.page === page);
    const [least, most] = [own[0], own[own.length - 1]];
    const ratio = (of: 'requests' | 'documents' | 'indexEntries' | 'ms') =>
      Number(((most?.[of] ?? 0) / Math.max(1, least?.[of] ?? 0)).toFixed(2));
    return {
      page,
      requests: ratio('requests'),
      documents: ratio('documents'),
      entries: ratio('indexEntries'),
      ms: ratio('ms'),
    };
  });

const lineOf = ({ page }: Row, rows: readonly Row[]): number => {
  const few = rows.find((row) => row.page === page && row.stored === FEWEST)?.indexEntries ?? 0;
  return Math.min(LINES[page] ?? Infinity, page === OF_BRANCH ? Infinity : few);
};

const main = async (): Promise<void> => {
  const { values } = readTyped({
    usage: USAGE,
    options: { most: { type: 'string', default: String(MANY) } },
  });
  const most = wholeNumber('most', values.most);
  const sizes = [FEWEST, most];
  // A busy machine may hold a transaction up for longer than the simulation, which needs its locks back soon, allows.
  const cloud = await openCloud(START, { transactionLimitMs: 30_000 });
  try {
    const rows: Row[] = [];
    for (const stored of sizes) rows.push(...(await measure(cloud, stored)));
    console.log(`One call of each page, ${RUNS} times, median; ${sizes.join(' / ')} transfers stored:`);
    console.table(rows);
    console.log(`${most} stored ÷ ${FEWEST} stored:`);
    console.table(ratios(rows));
    const tooMany = rows.filter((row) => row.indexEntries > lineOf(row, rows));
    for (const { page, stored, indexEntries } of tooMany)
      console.log(`over its line: ${page} examines ${indexEntries} entries with ${stored} stored`);
    if (tooMany.length > 0) process.exitCode = 1;
  } finally {
    await cloud.close();
  }
};

void main()
  .catch(reportFailure)
  .finally(() => process.exit());
