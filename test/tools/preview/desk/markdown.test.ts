import { linesOf } from '../../../../tools/preview/desk/markdown';

it('reads what a group robot writes: quoted lines and bold words', () => {
  expect(linesOf('**团关系转接**：有 1 条新待办\n> 林晚的转出等你审批\n打开小程序')).toEqual([
    {
      isQuoted: false,
      parts: [
        { text: '团关系转接', isBold: true },
        { text: '：有 1 条新待办', isBold: false },
      ],
    },
    { isQuoted: true, parts: [{ text: '林晚的转出等你审批', isBold: false }] },
    { isQuoted: false, parts: [{ text: '打开小程序', isBold: false }] },
  ]);
});
