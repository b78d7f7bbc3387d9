import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { officialCompilers } from '../../../tools/wechat/official-compilers';

describe("WeChat's own compilers", () => {
  let root: string;
  const put = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'compilers-'));
    await put('pages/good.wxml', '<view class="a" wx:if="{{name}}">{{name}}</view>');
    await put('pages/good.wxss', '.a { color: red }');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('find nothing in what they understand, and do not look into packages of others', async () => {
    await put('miniprogram_npm/other/broken.wxml', '<view>');
    expect(await officialCompilers(root).run()).toEqual({ findings: [], seen: '1 WXML, 1 WXSS, 0 wxs' });
  });

  it.each([
    ['pages/open.wxml', '<view><text>'],
    ['pages/modern.wxml', '<view>{{a?.b}}</view>'],
    ['pages/open.wxss', '.a { color: red'],
  ])('name %s', async (file, text) => {
    await put(file, text);
    const { findings } = await officialCompilers(root).run();
    expect(findings.map((finding) => finding.file)).toEqual([file]);
  });
});
