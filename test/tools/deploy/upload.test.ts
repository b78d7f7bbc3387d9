import { uploadRefusal } from '../../../tools/deploy/mini-program/upload';

describe('a refused upload of the mini-program', () => {
  it.each([
    ['{"errCode":-10008,"errMsg":"invalid ip: 1.2.3.4"}', 'IP 不在白名单'],
    ['{"errcode":40014,"errmsg":"invalid access_token"}', '微信不接受这把上传密钥'],
    ['{"errCode":40013,"errMsg":"invalid appid"}', 'AppID 不对'],
    ['Error: source size 2100KB exceed max limit 2MB', '小程序包太大'],
    ['socket hang up', '没有上传成功'],
  ])('says what to do: %s', (detail, words) => {
    expect(uploadRefusal(new Error(detail)).message).toContain(words);
    expect(uploadRefusal(new Error(detail)).message).toContain(detail);
  });
});
