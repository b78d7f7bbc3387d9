import type { SystemRules } from '../../domain/rules/rulebook/system';
import { basisOf } from '../sources';

/** 智慧团建 and the three provinces beside it. 上海、浙江、天津、江苏 use 智慧团建. */
export const ZHTJ: SystemRules = {
  id: 'zhtj',
  name: '智慧团建',
  address: 'zhtj.youth.cn/zhtj',
  phoneApp: {
    name: '团中央智慧团建云平台',
    path: ['业务办理', '组织关系转接', '办理转出'],
    shortLink: null,
  },
  accountRule: '账号是身份证号码，手机和电脑是同一个密码',
  firstQuestion: '接收你的团组织，用的是北京、广东或福建自己的系统吗？',
  reasonLabel: '接转原因',
  passwordReset: '请团支书在团员列表里点钥匙图标，给你重置密码验证码；团支书自己的由学院给',
  codeSteps: [
    '智慧团建团员列表，姓名旁的钥匙图标',
    '用团支部管理员账号登录智慧团建。',
    '打开团员列表，找到这位同学。',
    '点姓名旁的钥匙图标，就能看到重置密码验证码。',
    '一人一码，复制后填到这里。',
  ],
  others: [
    { id: 'beijing', name: '北京共青团', provinces: ['北京市'] },
    { id: 'guangdong', name: '广东共青团', provinces: ['广东省'] },
    { id: 'fujian', name: '福建共青团', provinces: ['福建省'] },
  ],
  source: basisOf('XTIT25', 'CAU24'),
};
