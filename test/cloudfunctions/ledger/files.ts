import { unzipSync } from 'fflate';
import { readWorkbook } from '../../../cloudfunctions/teacher/lazy/spreadsheets';
import { routeOf } from '../../../miniprogram/domain/rules/rulebook';
import { rulebookNamed } from '../../../cloudfunctions/_shared/season/season';
import { filledFields } from '../support/filled-fields';
import { CLASSMATE, GRADUATE, SECRETARY, TEACHER } from '../support/people';
import { cell, sheetData, xlsx } from '../support/xlsx-parts';
import { armyFields } from './graduate';
import { DAY, type Scenes, type Stage } from './stage';

const RULEBOOK = rulebookNamed('usst-2020');

const STYLES = [
  '<numFmts count="2"><numFmt numFmtId="170" formatCode="0000000000"/>',
  '<numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>',
  '<fonts count="2"><font/><font><strike/></font></fonts>',
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>',
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="170" fontId="0" fillId="0"/>',
  '<xf numFmtId="171" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/></cellXfs>',
].join('');

const COLUMNS = 'ABCDEFG';
const texts = (row: number, values: readonly string[]): string =>
  values
    .map((value, at) => (value.startsWith('<') ? value : cell(`${COLUMNS[at] ?? ''}${row}`, value)))
    .join('');
const rowOf = (row: number, values: readonly string[], more = ''): string =>
  `<row r="${row}"${more}>${texts(row, values)}</row>`;

/** As colleges have them: a title, branches merged over their people, numbers and dates by their formats, a row struck out. */
const ROSTER = xlsx({
  sheets: [
    `${sheetData(
      [
        rowOf(1, ['光电学院2027届团员名单']),
        rowOf(2, ['学号', '姓名', '团支部', '出生年月', '毕业年月', '团内职务', '身份证号']),
        rowOf(3, [
          '<c r="A3" s="1"><v>2302</v></c>',
          '<c r="B3" t="s"><v>0</v></c>',
          '光电2302团支部',
          '<c r="D3" s="2"><v>38047</v></c>',
          '2027年6月',
          '组织委员',
          '310110200401011234',
        ]),
        rowOf(4, ['0000002303', '郑新', '<c r="C4"/>', '2004.5', '2027-06', '无', '']),
        rowOf(5, ['0000002304', '冯旧', '<c r="C5"/>', '2004-13', '2031-06', '', '']),
        `<row r="6">${cell('A6', '0000002305').replace('<c ', '<c s="3" ')}${cell('B6', '褚去').replace('<c ', '<c s="3" ')}</row>`,
        rowOf(7, ['0000002306', '卫隐', '光电2302团支部', '', '2027-06', '', ''], ' hidden="1"'),
        rowOf(8, ['合计', '5人']),
      ].join(''),
    )}<mergeCells count="1"><mergeCell ref="C3:C6"/></mergeCells>`,
    sheetData(rowOf(1, ['说明', '请勿修改'])),
  ],
  names: ['名单', '说明'],
  sharedStrings: '<si><r><t>林</t></r><r><t>小雨</t></r></si>',
  styles: STYLES,
});

/** Every row of a file, as somebody reads it who opens it. */
const showRows = async ({ world, note }: Stage, title: string, fileId: string): Promise<void> => {
  const bytes = world.stored.get(fileId);
  if (!bytes) return note(title, ['there is no such file']);
  const read = await readWorkbook(bytes);
  if (!read.ok) return note(title, [read.error.code]);
  note(
    title,
    read.data.sheets.flatMap(({ name, rows }) => [
      name,
      ...rows.map(({ row, cells }) => `${row} ${cells.join(' | ')}`),
    ]),
  );
};

/** What was written into a file, around its cells too. */
const showParts = ({ world, note }: Stage, fileId: string, parts: RegExp): void => {
  const bytes = world.stored.get(fileId);
  for (const [name, part] of Object.entries(bytes ? unzipSync(bytes) : {}))
    if (parts.test(name))
      note(
        name,
        Buffer.from(part)
          .toString('utf8')
          .split(/(?=<row|<xf |<col |<\/sheetData)/),
      );
};

/** Which rows of each sheet can be filtered: none that sums up the others. */
const showFilters = ({ world, note }: Stage, fileId: string): void => {
  const parts = Object.entries(unzipSync(world.stored.get(fileId) ?? Buffer.alloc(0)));
  const filters = parts.flatMap(([name, part]) => {
    const [filter] = /<autoFilter[^>]*>/.exec(Buffer.from(part).toString('utf8')) ?? [];
    return filter === undefined ? [] : [`${name} ${filter}`];
  });
  note('filters', filters);
};

const uploaded = async ({ act, world }: Stage, name: string, bytes: Buffer): Promise<string> => {
  const folder = (await act(TEACHER, 'teacher', 'rosterFolder', {}))?.folder ?? '';
  return world.ports.files.upload(`${folder}/${name}`, bytes);
};

const register = async ({ act, version, world }: Stage, wayId: 'study-abroad' | 'army', routeId: string) => {
  const route = routeOf(RULEBOOK, wayId, routeId);
  await act(CLASSMATE, 'graduate', 'chooseWay', { wayId, routeId, version: null });
  const fields = route ? filledFields(route, world.world.now) : {};
  await act(CLASSMATE, 'graduate', 'submit', { version: version('陈晨') ?? 0, fields, screenshots: [] });
};

export const FILES: Scenes = {
  'a roster as a spreadsheet': async (stage) => {
    const { act, own } = stage;
    await act(GRADUATE, 'graduate', 'confirmLogin', {});
    const fileId = await uploaded(stage, 'a.xlsx', ROSTER);
    const payload = { fileId, collegeId: own.collegeId };
    await act(TEACHER, 'teacher', 'rosterMark', payload);
    for (const marked of [...stage.world.stored.keys()].filter((id) => id.includes('marked')))
      showParts(stage, marked, /sheet\d\.xml|styles|sharedStrings/);
    const again = await uploaded(stage, 'b.xlsx', ROSTER);
    const runId =
      (await act(TEACHER, 'teacher', 'rosterUpload', { ...payload, fileId: again }))?.run.id ?? '';
    await act(TEACHER, 'teacher', 'rosterRows', { runId, only: 'bad' });
    await act(TEACHER, 'teacher', 'rosterApply', { runId });
  },
  'a roster that moves who has signed in, and keeps what is theirs': async (stage) => {
    const { act, own } = stage;
    await act(GRADUATE, 'graduate', 'confirmLogin', {});
    await act(SECRETARY, 'secretary', 'sharePhone', { phone: '13800138000' });
    const csv = [
      '学号,姓名,团支部,毕业年月,团支书',
      'S001,周敏,机械2301团支部,2027-06,是',
      'S002,林小雨,机械2301团支部,2027-07,',
    ].join('\n');
    const fileId = await uploaded(stage, 'a.csv', Buffer.from(csv));
    const upload = { fileId, collegeId: own.collegeId };
    const runId = (await act(TEACHER, 'teacher', 'rosterUpload', upload))?.run.id ?? '';
    await act(TEACHER, 'teacher', 'rosterApply', { runId });
    await act(SECRETARY, 'secretary', 'branchBoard', {});
  },
  'lists to hand in, and the week in figures': async (stage) => {
    const { act, own, tick } = stage;
    await register(stage, 'study-abroad', 'keep');
    await act(TEACHER, 'teacher', 'decide', {
      transferId: own.transferId,
      version: 2,
      decision: 'approve',
      seenOnSystem: true,
    });
    await tick();
    for (const kind of [
      'submissions',
      'unfinished',
      'overAge',
      ...RULEBOOK.lists.map(({ id }) => id),
      'workbook',
    ]) {
      const exportId = (await act(TEACHER, 'teacher', 'startExport', { kind }))?.export.id ?? '';
      await act(TEACHER, 'teacher', 'exportProgress', { exportId });
      const fileId = `cloud://env.bucket/exports/${exportId}.xlsx`;
      await showRows(stage, kind, fileId);
      showFilters(stage, fileId);
      if (kind === 'submissions') showParts(stage, fileId, /sheet1\.xml/);
    }
  },
  'a registration for the army in its list': async (stage) => {
    const { act, version, world } = stage;
    await act(CLASSMATE, 'graduate', 'chooseWay', { wayId: 'army', routeId: 'direct', version: null });
    const submission = { version: version('陈晨') ?? 0, fields: armyFields(stage), screenshots: [] };
    await act(CLASSMATE, 'graduate', 'submit', submission);
    for (const { id: kind } of RULEBOOK.lists) {
      const exportId = (await act(TEACHER, 'teacher', 'startExport', { kind }))?.export.id ?? '';
      await act(TEACHER, 'teacher', 'exportProgress', { exportId });
      await showRows(stage, kind, `cloud://env.bucket/exports/${exportId}.xlsx`);
    }
    world.world.now += DAY;
    await act(TEACHER, 'teacher', 'queue', { kind: 'registration' });
  },
  'a list of 对账 with somebody unknown and two of one name': async (stage) => {
    const { act, own } = stage;
    const rows = [
      ['姓名', '团支部', '接转状态'],
      ['林小雨', '光电2302团支部', '已接收'],
      ['赵不在', '光电2302团支部', '已接收'],
      ['陈晨', '光电2302团支部', '审批中'],
    ];
    const bytes = xlsx({ sheets: [sheetData(rows.map((row, at) => rowOf(at + 1, row)).join(''))] });
    const fileId = await uploaded(stage, 'c.xlsx', bytes);
    const from = { source: 'file', fileId } as const;
    const read = await act(TEACHER, 'teacher', 'reconcileRead', {
      collegeId: own.collegeId,
      kind: 'outgoing',
      from,
    });
    const runId = read?.run.id ?? '';
    await act(TEACHER, 'teacher', 'reconcileCompare', { runId, covered: [own.branchId] });
    await act(TEACHER, 'teacher', 'reconcileRows', { runId, kind: 'unknown' });
    await act(TEACHER, 'teacher', 'reconcileRows', { runId, kind: 'arrived' });
    await act(TEACHER, 'teacher', 'reconcileSettle', { runId, kind: 'arrived' });
    await act(TEACHER, 'teacher', 'reconcileExport', { runId });
    for (const id of [...stage.world.stored.keys()].filter((one) => one.includes('differences')))
      await showRows(stage, 'differences', id);
    await act(TEACHER, 'teacher', 'reconcileUndo', { runId });
  },
};
