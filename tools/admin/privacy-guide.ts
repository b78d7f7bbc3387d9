/** The text for WeChat's 用户隐私保护指引, read off what the mini-program calls and what it keeps. */
import path from 'node:path';
import { neverAsked } from '../../miniprogram/domain/words/privacy';
import { privacyDeclaration } from '../deploy/doctor/privacy';

const MINIPROGRAM = path.resolve(__dirname, '../../miniprogram');

export const privacyGuide = (): string[] => [
  '公众平台 → 设置 → 服务内容声明 → 用户隐私保护指引，照下面逐条填：',
  ...privacyDeclaration(MINIPROGRAM).map((line, index) => `${index + 1}. ${line}`),
  `不收集：${neverAsked('团员系统的')}。任何页面都不问，写进来的身份证号码也不会保存。`,
  '不给第三方：内容只给本人、本支部团支书（看不到联系方式）、本学院和校团委的老师看；不用于别的目的。',
  '本人可以在“我的 → 我的数据”里看、带走一份、删除。',
];
