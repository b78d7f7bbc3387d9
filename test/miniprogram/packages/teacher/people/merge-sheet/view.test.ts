import { readFileSync } from 'node:fs';
import {
  blockedWords,
  type Side,
} from '../../../../../../miniprogram/packages/teacher/people/merge-sheet/view';

const PANEL = 'miniprogram/packages/teacher/decision/decision-panel/decision-panel.wxml';

const side = (more: Partial<Side> = {}): Side => ({
  id: 'm-1',
  name: '陈晨',
  studentNumber: 'S003',
  branch: '光电2302团支部',
  stands: '还没登录',
  started: false,
  bound: false,
  ...more,
});

it('lets two lines be merged of which one has begun, or one is bound', () => {
  expect(blockedWords(side({ started: true }), side({ bound: true }))).toBe('');
});

it('says of two that have begun what ends one of them, by a button that is there', () => {
  const words = blockedWords(side({ started: true }), side({ started: true }));
  const button = /“(.+?)”/.exec(words)?.[1] ?? 'none';
  expect(readFileSync(PANEL, 'utf8')).toContain(`>${button}<`);
});

it('says of two that are bound to unbind one first', () => {
  expect(blockedWords(side({ bound: true }), side({ bound: true }))).toContain('解绑');
});
