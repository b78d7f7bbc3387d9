import {
  newShot,
  restoreShots,
  toShotViews,
  uploaded,
  withFailed,
  withoutShot,
  withProgress,
  withShot,
  withUploaded,
} from '../../../../../miniprogram/packages/graduate/form/shots';

const one = newShot('a', '/tmp/a.png', 1_468_006);

describe('screenshots of the form', () => {
  it('keeps at most three and replaces one in its place', () => {
    const four = ['a', 'b', 'c', 'd'].map((key) => newShot(key, key, 1));
    const three = four.reduce<ReturnType<typeof withShot>>(withShot, []);
    expect(three.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(withShot(three, newShot('b', 'other', 1)).map(({ src }) => src)).toEqual(['a', 'other', 'c']);
  });

  it('says how much has gone up', () => {
    expect(toShotViews(withProgress([one], 'a', 64))[0]).toMatchObject({
      percent: 64,
      bytes: '0.9 MB，共 1.4 MB',
      title: '第 1 张，正在上传',
    });
    expect(withProgress([one], 'a', 140)[0]?.percent).toBe(100);
  });

  it('hands in only what has arrived', () => {
    const two = withShot([one], newShot('b', 'b', 1));
    expect(uploaded(withUploaded(two, 'a', 'cloud://a')).map(({ fileId }) => fileId)).toEqual(['cloud://a']);
    expect(uploaded(withFailed(withUploaded(two, 'a', 'cloud://a'), 'a'))).toEqual([]);
    expect(withoutShot(two, 'a').map(({ key }) => key)).toEqual(['b']);
  });

  it('restores the phone’s list with the addresses of the cloud', () => {
    const inCloud = [{ fileId: 'cloud://a', url: 'https://a' }];
    const stored = [
      { fileId: 'cloud://a', path: '/tmp/gone.png', size: 5 },
      { fileId: 'cloud://b', path: '/tmp/b.png', size: 5 },
    ];
    expect(restoreShots(stored, inCloud).map(({ src }) => src)).toEqual(['https://a', '/tmp/b.png']);
    expect(restoreShots([], inCloud)).toEqual([]);
    expect(restoreShots(null, inCloud).map(({ src }) => src)).toEqual(['https://a']);
  });
});
