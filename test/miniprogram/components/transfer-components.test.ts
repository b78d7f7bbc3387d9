/**
 * @jest-environment jsdom
 */
import { dispatched, heardBy, prepare, words } from '../support/simulate';

type Mount = ReturnType<typeof prepare>;
let load: Mount;
beforeAll(() => {
  load = prepare();
}, 60_000);

describe('the organisation checker', () => {
  it('says what looks wrong and offers both ways on, one only without a proposal', () => {
    const mount = load('packages/graduate/form/organisation-checker/organisation-checker');
    const doubt = mount({ title: '好像还差后半截', why: '一般以“团支部”结尾', accept: '加上“团支部”' });
    expect(words(doubt)).toContain('好像还差后半截');
    expect(doubt.querySelectorAll('.grow')).toHaveLength(3);
    expect(mount({ title: '好像还差后半截', why: '', accept: '' }).querySelectorAll('.grow')).toHaveLength(2);
  });
});

describe('the screenshot uploader', () => {
  const shot = { key: 'a', src: '', percent: 64, title: '第 1 张', bytes: '' };
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('packages/graduate/form/screenshot-uploader/screenshot-uploader');
  });

  it.each([
    ['uploading', ['换一张', '不要了'], '64%'],
    ['done', ['换一张', '不要了'], ''],
    ['failed', ['再传一次', '换一张', '不要了'], '没传上'],
  ])('offers what helps while a picture is %s', (status, acts, covered) => {
    const uploader = mount({ shots: [{ ...shot, status }] });
    expect(uploader.querySelectorAll('.act').map(({ dom }) => dom.textContent)).toEqual(acts);
    expect(words(uploader)).toContain(covered);
  });

  it('tells which picture is meant, and what with it', async () => {
    const uploader = mount({ shots: [{ ...shot, status: 'failed' }] });
    const heard = heardBy(uploader, 'retry', 'replace', 'remove');
    for (const act of uploader.querySelectorAll('.act')) act.dispatchEvent('tap');
    await dispatched();
    expect(heard).toEqual([
      ['retry', { key: 'a' }],
      ['replace', { key: 'a' }],
      ['remove', { key: 'a' }],
    ]);
  });

  it('offers no more pictures than fit', () => {
    expect(mount({ shots: [], canAdd: false }).querySelectorAll('.add')).toHaveLength(0);
    expect(words(mount({ shots: [{ ...shot, status: 'done' }], most: 3 }))).toContain('最多 3 张');
  });
});

describe('the timeline', () => {
  it('shows each entry with when and what was said, the line ending at the last', () => {
    const timeline = load('components/timeline/timeline')({
      entries: [
        { key: 'a', mark: 'bad', title: '周岚老师退回了申请', detail: '6月4日 15:12', note: '截图看不清' },
        { key: 'b', mark: 'done', title: '你提交了申请', detail: '6月3日 10:26' },
      ],
    });
    expect(words(timeline)).toContain('周岚老师退回了申请6月4日 15:12截图看不清');
    expect(timeline.querySelectorAll('.mark-bad')).toHaveLength(1);
    expect(timeline.querySelectorAll('.ln')).toHaveLength(1);
  });
});

describe('the countdown card', () => {
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('components/countdown-card/countdown-card');
  });

  it('shows the number with its unit and date', () => {
    const card = mount({ step: '第 6 步', number: '6', unit: '天', lines: ['6月18日 10:20 截止'] });
    expect(words(card)).toContain('6天');
    expect(words(card)).toContain('6月18日 10:20 截止');
    expect(card.querySelectorAll('.bad')).toHaveLength(0);
  });

  it('turns red when overdue and keeps a headline without a step', () => {
    expect(
      mount({ step: '第 6 步', number: '2', unit: '天前到期', tone: 'stop' }).querySelectorAll('.bad'),
    ).toHaveLength(1);
    expect(words(mount({ headline: '全部办完' }))).toContain('全部办完');
  });
});

describe('the step path', () => {
  it('marks every step as it stands', () => {
    const step = { side: '', hint: '' };
    const path = load('components/step-path/step-path')({
      steps: [
        { ...step, mark: 'done', title: '登录智慧团建', side: '6月3日' },
        { ...step, mark: 'current', title: '填写并截图', hint: '已确定工作单位' },
        { ...step, mark: 'later', title: '提交' },
      ],
    });
    for (const mark of ['done', 'current', 'later'])
      expect(path.querySelectorAll(`.mark-${mark}`)).toHaveLength(1);
    expect(words(path)).toContain('已确定工作单位');
  });
});

describe('the rows of a submission', () => {
  const row = { check: 'none', remark: '' };
  const rows = [
    { ...row, id: 'reason', label: '接转原因', value: '工作', check: 'fine', remark: '和要求一致' },
    { ...row, id: 'organisation', label: '申请转入组织', value: '澄江团支部' },
  ];

  it('can be changed but for 接转原因, and only where that is offered', () => {
    const mount = load('components/field-rows/field-rows');
    expect(words(mount({ rows, editable: true })).match(/修改/g)).toHaveLength(1);
    expect(words(mount({ rows }))).not.toContain('修改');
    expect(words(mount({ rows }))).toContain('和要求一致');
  });
});

describe('the region field', () => {
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('packages/graduate/form/region-field/region-field');
  });

  it('asks for the street only where the picker ended before it, and says why', () => {
    expect(mount({ label: '居住地', text: '' }).querySelectorAll('.text')).toHaveLength(0);
    const cut = mount({ label: '居住地', text: '上海市 浦东新区', asksStreet: true });
    expect(cut.querySelectorAll('.text')).toHaveLength(1);
    expect(words(cut)).toContain('没有街道，写上全名就行');
  });

  it('shows an error at whichever of the two it is about', () => {
    const error = '要写到街道或乡镇这一级';
    const wrong = (properties: object) => {
      const boxes = mount({ label: '居住地', error, ...properties }).querySelectorAll('.field-box');
      return boxes.map(({ dom }) => dom.className.includes('wrong'));
    };
    expect(wrong({ text: '上海市' })).toEqual([true]);
    expect(wrong({ text: '上海市', asksStreet: true, street: '张江' })).toEqual([false, true]);
    expect(wrong({ text: '上海市', asksStreet: true, wanted: true })).toEqual([false, true]);
  });

  it('blames nobody who has not had the time to type', () => {
    const cut = mount({ text: '上海市', asksStreet: true, error: '要写到街道或乡镇这一级' });
    expect(cut.querySelectorAll('.wrong')).toHaveLength(0);
    expect(words(cut)).not.toContain('要写到');
  });
});
