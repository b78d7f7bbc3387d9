import type { SystemRules } from '../../domain/rules/rulebook/system';
import { basisOf } from '../sources';

/** Everywhere else people work with 智慧团建, except in 广东 and 福建. */
const ELSEWHERE = [
  '天津市',
  '河北省',
  '山西省',
  '内蒙古自治区',
  '辽宁省',
  '吉林省',
  '黑龙江省',
  '上海市',
  '江苏省',
  '浙江省',
  '安徽省',
  '江西省',
  '山东省',
  '河南省',
  '湖北省',
  '湖南省',
  '广西壮族自治区',
  '海南省',
  '重庆市',
  '四川省',
  '贵州省',
  '云南省',
  '西藏自治区',
  '陕西省',
  '甘肃省',
  '青海省',
  '宁夏回族自治区',
  '新疆维吾尔自治区',
] as const;

export const BJYOUTH: SystemRules = {
  id: 'beijing',
  name: '北京共青团',
  address: 'm.bjyouth.net',
  phoneApp: null,
  accountRule: '用自己的账号登录；微信公众号“青春北京”的“线上系统”也进得去',
  firstQuestion: '接收你的团组织，在北京的系统里吗？',
  reasonLabel: '转出原因',
  passwordReset: '公开的通知没有写怎么找回：看登录页有没有提示，没有就问团支书或学院团委',
  codeSteps: [
    '公开的通知没有写，先看团支部账号里有没有',
    '电脑打开 bjyouth.net，用团支部账号登录。',
    '在团员名单里找到这位同学，看有没有重置密码的地方。',
    '有验证码，就填到这里；没有，点“我拿不到，转给老师”。',
  ],
  others: [
    { id: 'zhtj', name: '智慧团建', provinces: ELSEWHERE },
    { id: 'guangdong', name: '广东共青团', provinces: ['广东省'] },
    { id: 'fujian', name: '福建共青团', provinces: ['福建省'] },
  ],
  source: basisOf('CAU24', 'SH21'),
};
