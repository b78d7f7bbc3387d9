import { spokenOf } from '../../../../miniprogram/domain/words/spoken-of';

it.each([
  ['你告诉学院就行', 'TA 告诉学院就行'],
  ['学院会告诉你交到哪里', '学院会告诉 TA 交到哪里'],
  ['下面哪个团支部接收你？', '下面哪个团支部接收 TA？'],
  ['这里写“你”，你们看', '这里写“TA”，TA 看'],
  ['问问他们，告诉你', '问问他们，告诉 TA'],
  ['带《团员证》去学院', '带《团员证》去学院'],
])('%s is read by others as %s', (text, read) => {
  expect(spokenOf(text)).toBe(read);
});
