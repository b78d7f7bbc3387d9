import { writeFile, mkdtemp, rm, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeXlsx } from '../../cloudfunctions/teacher/lazy/spreadsheets';
import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { openSheet } from '../cloudfunctions/support/sheets';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

const HEADINGS = ['学号', '姓名', '团支部', '出生年月', '毕业年月', '团内职务', '团支书'];
const NEW_BRANCH = '软件2204团支部';
const rosterPage = { page: pagePath('teacherDesk', { tab: 'roster' }) };

const { stage, journey } = journeys();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roster-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sheetFile = async (name: string, rows: string[][]): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, await writeXlsx([HEADINGS, ...rows], { sheet: '名单', widths: [] }));
  return file;
};

/** What the phone hands out when a document is opened and kept. */
const keeps = async (phone: PhonePage): Promise<string[][]> => {
  const download = phone.tab.waitForEvent('download');
  await phone.tapsExactly('保存到电脑');
  const file = path.join(folder, 'kept.xlsx');
  await (await download).saveAs(file);
  const rows = await openSheet(await readFile(file));
  return rows.map((row) => [...row]);
};

describe('a roster with mistakes', () => {
  journey('is looked at cell by cell, mended on the phone, written, and lets the new person in', async () => {
    const teacher = await stage.phone('周岚', rosterPage);
    await teacher.sees('90', '3 个支部和邀请码');
    const good = ['222204001', '裴清和', NEW_BRANCH, '2004-03', '2026-06', '', '是'];
    const bad = ['222204002', '', NEW_BRANCH, '', '明年夏天', '', ''];
    await teacher.attaches('选文件，先检查一遍', await sheetFile('错的.xlsx', [good, bad]));
    await teacher.sees('认出 1 个人', '错的.xlsx', '第 3 行', '看不懂这一格：明年夏天', '这一格是空的');
    await teacher.sees('有疑问的 1 行先放着，另外的照常。', '写入 1 人');

    // She says what the two cells should be, and the phone sends the file once more.
    await teacher.tap(teacher.page.getByText('改这一格').first());
    await teacher.fills('姓名应该是', '关雎');
    await teacher.tapsExactly('好');
    await teacher.tap(teacher.page.getByText('改这一格').nth(1));
    await teacher.fills('毕业年月应该是', '2026-06');
    await teacher.tapsExactly('好');
    await teacher.sees('改成 关雎', '改成 2026-06');
    await teacher.taps('照这样再看一遍（2 处）');
    await teacher.sees('认出 2 个人', '裴清和');
    await teacher.taps('写入 2 人');
    await teacher.sees('写进去了 2 人');
    await teacher.taps('把邀请码发给团支书');
    await teacher.sees('4 个支部', NEW_BRANCH, '团支书还没登录');
    const { branches } = await stage.world.as('周岚', 'teacher', 'roster', {});
    const { inviteCode = '' } = branches.find(({ name }) => name === NEW_BRANCH) ?? {};
    await teacher.sees(inviteCode);

    const newcomer = await stage.phone({ openid: 'o-newcomer' }, { page: pagePath('signIn') });
    await newcomer.fills('学号', '222204002');
    await newcomer.fills('姓名', '关雎');
    await newcomer.fills('支部邀请码', inviteCode);
    await newcomer.taps('我已阅读并同意');
    await newcomer.tapsExactly('登录');
    await newcomer.sees('关雎');
  });

  journey('is turned away at once when it is no table', async () => {
    const teacher = await stage.phone('周岚', rosterPage);
    const old = path.join(folder, '旧.xls');
    await writeFile(old, 'old');
    await teacher.attaches('选文件，先检查一遍', old);
    await teacher.sees('这是旧的 .xls 格式');
  });
});

describe('lists to hand in', () => {
  journey('are made, opened and read', async () => {
    const teacher = await stage.phone('周岚', rosterPage);
    await teacher.tap(teacher.page.getByLabel('导出还没转到的'));
    await teacher.sees(/\d+ 人，.* 做好/);
    await teacher.tapsExactly('打开');
    const [headings = [], ...rows] = await keeps(teacher);
    expect(headings.slice(0, 4)).toEqual(['学号', '姓名', '学院', '团支部']);
    const states = new Map(rows.map((row) => [row[1], row[headings.indexOf('状态')]]));
    expect(states.get('林晚')).toBe('学院已批准');
    expect(states.get('赵一鸣')).toBe('对方退回');
  });

  journey('begin with a template that can be filled in', async () => {
    const teacher = await stage.phone('苏明远', rosterPage);
    await teacher.sees('还没有名单');
    await teacher.taps('空白模板');
    expect((await keeps(teacher))[0]).toEqual(
      HEADINGS.map((heading) => expect.stringContaining(heading) as string),
    );
  });
});
