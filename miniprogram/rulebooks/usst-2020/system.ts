import type { SystemRules } from '../../domain/rules/rulebook/system';

/** 智慧团建, and the systems of the three places that have their own. */
export const ZHTJ: SystemRules = {
  id: 'zhtj',
  name: '智慧团建',
  address: 'zhtj.youth.cn/zhtj',
  phoneApp: null,
  accountRule: '账号是身份证号码',
  firstQuestion: '接收你的团组织，用的是北京、广东或福建自己的系统吗？',
  reasonLabel: '接转原因',
  passwordReset: '请团支书在团员列表里生成重置密码验证码',
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
  source: '毕业生团员团组织关系转出操作流程',
};
