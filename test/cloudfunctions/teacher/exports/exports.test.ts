import { sealedKey } from '../../../../cloudfunctions/_shared/store/records/fields';
import { plainCell } from '../../../../cloudfunctions/teacher/exports/cells';
import type { Request } from '../../../../miniprogram/contract';
import type { RouteId, WayId } from '../../../../miniprogram/domain/rules/ways';
import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  person,
  REGION,
  submitEmployed,
  uploadPicture,
  TEACHER,
  type University,
} from '../../support/people';
import { openSheet } from '../../support/sheets';
import { dataOf, errorOf, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

type Kind = Request<'teacher', 'startExport'>['kind'];

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const start = (openid: string, kind: Kind, collegeId?: string) =>
  world.call(openid, 'teacher', 'startExport', collegeId === undefined ? { kind } : { kind, collegeId });
const progress = (openid: string, exportId: string) =>
  world.call(openid, 'teacher', 'exportProgress', { exportId });

/** The rows of a list as somebody reads them who opens the file, by heading. */
const readList = async (kind: Kind, openid = TEACHER, collegeId?: string) => {
  const { id } = dataOf(await start(openid, kind, collegeId)).export;
  const done = dataOf(await progress(openid, id)).export;
  expect(done).toMatchObject({ state: 'done', done: done.total });
  const [headings = [], ...rows] = await openSheet(world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`));
  expect(done.rows).toBe(rows.length);
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])));
};

const PARENT = { name: '林建国', phone: '+86 13800138000' };
const registerAs = async (openid: string, wayId: WayId, routeId: RouteId, fields: object) => {
  const { version } = await choose(world, openid, wayId, routeId);
  dataOf(await world.call(openid, 'graduate', 'submit', { version, fields, screenshots: [] }));
};
const registerKept = () =>
  registerAs(GRADUATE, 'study-abroad', 'keep', {
    registeredResidence: REGION,
    currentResidence: REGION,
    parentContact: PARENT,
  });

it('lists everybody who has handed something in', async () => {
  await submitEmployed(world, GRADUATE);
  await choose(world, CLASSMATE);
  expect(await readList('submissions')).toEqual([
    expect.objectContaining({
      学号: 'S002',
      姓名: '林小雨',
      团支部: '光电2302团支部',
      申请转入组织: '共青团上海示例科技有限公司支部委员会',
      所在地: '上海市市辖区杨浦区定海路街道',
      发起时间: '2027-05-10 09:00',
      状态: '等学院审批',
    }),
  ]);
});

it('lists who has not arrived, whether they have begun or not', async () => {
  await submitEmployed(world, GRADUATE);
  const states = (await readList('unfinished')).map((row) => [row['姓名'], row['状态'], row['已登录小程序']]);
  expect(states).toEqual(
    expect.arrayContaining([
      ['林小雨', '等学院审批', '是'],
      ['陈晨', '还没开始', '是'],
    ]),
  );
});

it('says of somebody unfinished whether they are free by age, and where their record cannot be opened', async () => {
  await submitEmployed(world, GRADUATE);
  const { collegeId } = university;
  await importRoster(world, TEACHER, collegeId, [person('S020', '老张', { birthMonth: '1998-01' })]);
  const [transfer] = world.store.documents('transfers');
  world.store.plant('transfers', { ...transfer!, recordVersion: 99 });
  const rows = (await readList('unfinished')).map((row) => [
    row['姓名'],
    row['状态'],
    row['现在等谁'],
    row['原因'],
  ]);
  expect(rows).toEqual(
    expect.arrayContaining([
      ['林小雨', '记录打不开', '', ''],
      ['老张', '还没开始', '到了年龄，不用转', ''],
    ]),
  );
  const turns = new Map(rows.map(([name, , turn]) => [name, turn]));
  expect(turns.get('陈晨')).toContain('本人');
});

it('gives the list out, and an alarm, where a contact cannot be opened', async () => {
  await registerKept();
  const [transfer] = world.store.all('transfers');
  const ofAnother = world.ports.cipher.seal('林建国', 't-other');
  const fields = { ...transfer!.fields, [sealedKey('parentContact')]: ofAnother };
  world.store.plant('transfers', { ...transfer!, fields });
  expect(await readList('kept')).toMatchObject([{ 姓名: '林小雨' }]);
  const alarm = { cause: 'unreadable', collection: 'transfers', reason: 'sealed' };
  expect(world.store.all('alarms')).toMatchObject([alarm]);
});

it('lists the army and the deferred', async () => {
  await registerAs(GRADUATE, 'army', 'direct', {});
  await registerAs(CLASSMATE, 'deferred', 'direct', { expectedGraduation: '2028-06' });
  expect((await readList('army')).map((row) => row['姓名'])).toEqual(['林小雨']);
  expect(await readList('deferred')).toEqual([
    expect.objectContaining({ 姓名: '陈晨', 预计毕业年月: '2028-06', 状态: '已报学院' }),
  ]);
});

it('lists who has reached the age limit', async () => {
  const rows = [
    person('S020', '老张', { birthMonth: '1998-01' }),
    person('S021', '小李', { birthMonth: '2004-01' }),
  ];
  const { collegeId } = university;
  await importRoster(world, TEACHER, collegeId, rows);
  expect((await readList('overAge')).map((row) => [row['姓名'], row['出生年月']])).toEqual([
    ['老张', '1998-01'],
  ]);
});

const others: Kind[] = ['submissions', 'army', 'deferred', 'overAge', 'unfinished'];
it('shows the contact of parents in the list of the kept only, and audits it', async () => {
  await registerKept();
  expect(await readList('kept')).toEqual([
    expect.objectContaining({ 姓名: '林小雨', 家长姓名: '林建国', 家长电话: "'+86 13800138000" }),
  ]);
  const seen = world.store.all('audits').filter(({ action }) => action === 'export-contact');
  expect(seen.map(({ subjectId, actor }) => [subjectId, actor.accountId])).toEqual([
    [world.store.all('transfers')[0]?._id, TEACHER],
  ]);
  for (const kind of others) expect(JSON.stringify(await readList(kind))).not.toContain('13800138000');
  expect(world.store.all('audits').filter(({ action }) => action === 'export-contact')).toHaveLength(1);
});

const cells: [string, string][] = [
  ['=1+1', "'=1+1"],
  ['+86 138', "'+86 138"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  [' =1', "' =1"],
  ['\u3000=1', "'\u3000=1"],
  ['＝1+1', "'＝1+1"],
  ['＋86 138', "'＋86 138"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['光电2302团支部', '光电2302团支部'],
  ['a=b', 'a=b'],
  ['', ''],
];
it.each(cells)('writes %j as %j', (text, cell) => {
  expect(plainCell(text)).toBe(cell);
});

it('keeps what somebody typed from becoming a formula', async () => {
  const { version } = await choose(world, GRADUATE);
  const evil = '=HYPERLINK("http://evil","团支部")';
  const fields = { region: REGION, organisation: evil, initiatedAt: world.world.now };
  const screenshots = [await uploadPicture(world, GRADUATE)];
  dataOf(await world.call(GRADUATE, 'graduate', 'submit', { version, fields, screenshots }));
  const [row] = await readList('submissions');
  expect(row?.['申请转入组织']).toBe(`'${evil}`);
});

describe('scope', () => {
  it('is the own college, or for the committee all or one', async () => {
    expect((await readList('unfinished')).length).toBe(4);
    expect((await readList('unfinished', OTHER_TEACHER)).length).toBe(0);
    expect((await readList('unfinished', ADMIN)).length).toBe(4);
    expect((await readList('unfinished', ADMIN, university.otherCollegeId)).length).toBe(0);
    expect(errorOf(await start(OTHER_TEACHER, 'submissions', university.collegeId))).toBe('COLLEGE_UNKNOWN');
  });

  it('lets only the one who asked fetch the file', async () => {
    const { id } = dataOf(await start(TEACHER, 'submissions')).export;
    expect(errorOf(await progress(OTHER_TEACHER, id))).toBe('NOT_FOUND');
    expect(errorOf(await progress(ADMIN, id))).toBe('NOT_FOUND');
  });

  it('ends with the rights', async () => {
    const { id } = dataOf(await start(TEACHER, 'submissions')).export;
    dataOf(await progress(TEACHER, id));
    dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId: TEACHER }));
    expect(errorOf(await progress(TEACHER, id))).toBe('FORBIDDEN');
  });
});

describe('a list of somebody whose right has ended', () => {
  const inviteBack = async (collegeId: string) => {
    world.world.now += 1;
    const invited = { collegeId, name: '王芳' };
    const { code } = dataOf(await world.call(ADMIN, 'teacher', 'inviteTeacher', invited));
    dataOf(await world.call(TEACHER, 'account', 'acceptInvitation', { code, name: '王芳' }));
  };
  const remove = async () =>
    dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId: TEACHER }));
  const listed = async () => dataOf(await world.call(TEACHER, 'teacher', 'roster', {})).exports;

  it('is removed at once, file and record, and does not come back with a later right', async () => {
    const { id } = dataOf(await start(TEACHER, 'submissions')).export;
    dataOf(await progress(TEACHER, id));
    const running = dataOf(await start(TEACHER, 'unfinished')).export;
    await remove();
    expect([...world.stored.keys()]).toEqual([]);
    expect(world.store.all('exports')).toEqual([]);
    await inviteBack(university.collegeId);
    for (const one of [id, running.id]) expect(errorOf(await progress(TEACHER, one))).toBe('NOT_FOUND');
    expect(await listed()).toEqual([]);
  });

  it('is readable no more though the storage fails, and the timer removes it', async () => {
    const { id } = dataOf(await start(TEACHER, 'submissions')).export;
    dataOf(await progress(TEACHER, id));
    jest.spyOn(world.ports.files, 'remove').mockRejectedValueOnce(new Error('storage is down'));
    await remove();
    await inviteBack(university.collegeId);
    expect(errorOf(await progress(TEACHER, id))).toBe('NOT_FOUND');
    expect(await listed()).toEqual([]);
    await world.tick();
    expect([[...world.stored.keys()], world.store.all('exports')]).toEqual([[], []]);
  });

  it('is not readable by who holds another college by now, were it still there', async () => {
    const { id } = dataOf(await start(TEACHER, 'submissions')).export;
    dataOf(await progress(TEACHER, id));
    const other = { role: 'teacher', scopeId: university.otherCollegeId, scopeName: '管理学院' } as const;
    await world.store.changeAll('accounts', { _id: { in: [TEACHER] } }, { set: { roles: [other] } });
    expect(errorOf(await progress(TEACHER, id))).toBe('NOT_FOUND');
  });

  it('is not handed out by a call under way, though the storage keeps what was removed', async () => {
    const { id } = dataOf(await start(TEACHER, 'unfinished')).export;
    const { files } = world.ports;
    const upload = files.upload.bind(files);
    jest.spyOn(files, 'upload').mockImplementationOnce(async (path, bytes) => {
      const fileId = await upload(path, bytes);
      jest.spyOn(files, 'remove').mockRejectedValueOnce(new Error('storage is down'));
      await remove();
      return fileId;
    });
    expect(errorOf(await progress(TEACHER, id))).toBe('FORBIDDEN');
    expect([...world.stored.keys()]).toEqual([]);
    expect(world.store.all('exports')).toMatchObject([{ state: 'running', fileId: null }]);
  });

  it.each(['while it is read', 'while the file is uploaded'])('is not made to its end: %s', async (when) => {
    const { id } = dataOf(await start(TEACHER, 'unfinished')).export;
    const { files } = world.ports;
    const upload = files.upload.bind(files);
    const find = world.store.find.bind(world.store);
    let isRemoved = false;
    const removeOnce = async () => {
      if (isRemoved) return;
      isRemoved = true;
      await remove();
    };
    if (when === 'while it is read')
      world.store.find = async (collection, query) => {
        if (collection === 'members' && 'branchId' in query.where) await removeOnce();
        return find(collection, query);
      };
    else
      files.upload = async (path, bytes) => {
        const fileId = await upload(path, bytes);
        await removeOnce();
        return fileId;
      };
    expect(errorOf(await progress(TEACHER, id))).toBe('FORBIDDEN');
    expect([[...world.stored.keys()], world.store.all('exports')]).toEqual([[], []]);
  });
});

it('is made once by two calls at once, and gives its address again later', async () => {
  const { id } = dataOf(await start(TEACHER, 'unfinished')).export;
  const upload = jest.spyOn(world.ports.files, 'upload');
  await Promise.all([progress(TEACHER, id), progress(TEACHER, id)]);
  expect(upload).toHaveBeenCalledTimes(1);
  const { url, fileName } = dataOf(await progress(TEACHER, id)).export;
  expect(url).toContain(id);
  expect(fileName).toBe('光电学院-未完成名单-20270510.xlsx');
});

it('goes through many branches part by part, tells how far it is, and keeps their order', async () => {
  const { collegeId } = university;
  const names = Array.from({ length: 20 }, (_, index) => `计算机24${String(index).padStart(2, '0')}团支部`);
  const rows = names.map((branchName, index) => person(`S7${index}`, `同学${index}`, { branchName }));
  await importRoster(world, TEACHER, collegeId, rows);
  const changed = jest.spyOn(world.store, 'changeAll');
  const listed = (await readList('unfinished')).map((row) => row['团支部']);
  const told = changed.mock.calls.flatMap(([, , { set }]) => (set && 'done' in set ? [set.done] : []));
  changed.mockRestore();
  const total = new Set(listed).size;
  expect(told).toEqual([8, 16, total]);
  expect(listed.filter((name) => names.includes(String(name)))).toEqual(names);
});

it('begins anew when the call that made it died', async () => {
  const { id } = dataOf(await start(TEACHER, 'unfinished')).export;
  const upload = jest.spyOn(world.ports.files, 'upload').mockRejectedValueOnce(new Error('stopped'));
  const error = jest.spyOn(console, 'error').mockReturnValue();
  expect(errorOf(await progress(TEACHER, id))).toBe('INTERNAL');
  error.mockRestore();
  expect(dataOf(await progress(TEACHER, id)).export.state).toBe('running');
  world.world.now += 60_000;
  expect(dataOf(await progress(TEACHER, id)).export.state).toBe('done');
  expect(upload).toHaveBeenCalledTimes(2);
});

it('leaves no file behind when the call that made it died before it was noted', async () => {
  const { id } = dataOf(await start(TEACHER, 'unfinished')).export;
  const { upload } = world.ports.files;
  jest.spyOn(world.ports.files, 'upload').mockImplementationOnce(async (path, bytes) => {
    await upload(path, bytes);
    throw new Error('stopped');
  });
  const error = jest.spyOn(console, 'error').mockReturnValue();
  expect(errorOf(await progress(TEACHER, id))).toBe('INTERNAL');
  error.mockRestore();
  world.world.now += 24 * 3_600_000;
  await world.tick();
  expect([...world.stored.keys()].filter((fileId) => fileId.includes(id))).toEqual([]);
});

it('is removed with its file after a day', async () => {
  const { id } = dataOf(await start(TEACHER, 'unfinished')).export;
  dataOf(await progress(TEACHER, id));
  world.world.now += 24 * 3_600_000;
  expect(errorOf(await progress(TEACHER, id))).toBe('NOT_FOUND');
  await world.tick();
  expect(world.store.all('exports')).toEqual([]);
  expect(world.removedFiles).toContain(`cloud://env.bucket/exports/${id}.xlsx`);
});
