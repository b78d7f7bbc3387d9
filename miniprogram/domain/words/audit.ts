import type { AuditAction, AuditKind } from '../people/audit';
import { STEP_WORDS, type HistoryStep } from './steps';

/** What each entry says was done; an action without words does not compile. */
const ACTION_WORDS: Readonly<Record<AuditAction | HistoryStep, string>> = {
  ...STEP_WORDS,
  'reveal-contact': '看了家长联系方式',
  'read-kept': '看了保留关系的材料',
  'read-screenshots': '看了截图',
  'export-contact': '导出了家长联系方式',
  export: '导出名单',
  'sign-in': '登录',
  'unbind-member': '解除绑定',
  lock: '试错太多，锁了一会儿',
  'claim-administrator': '成为第一位管理员',
  'invite-teacher': '邀请老师',
  'accept-invitation': '接受邀请',
  'revoke-invitation': '撤回邀请',
  'remove-teacher': '收回权限',
  'assign-secretary': '设为团支书',
  'remove-secretary': '不再是团支书',
  'rotate-invite': '换了邀请码',
  'share-phone': '改了留给同学的电话',
  'share-receiver-phone': '改了留给同学的对方电话',
  request: '求助验证码',
  issue: '填了验证码',
  reveal: '看了验证码',
  report: '说了验证码好不好用',
  solve: '登录上了，不用验证码了',
  escalate: '转给老师',
  'hand-over': '转给现在的团支书',
  expire: '验证码过期',
  'close-request': '结束了验证码求助',
  'undo-complete': '撤回了“全部办完”',
  'record-over-age': '处理了超龄',
  'reopen-over-age': '把超龄放回了待办',
  'report-over-age': '报了超龄',
  'save-card-office': '改了办证地点',
  'create-college': '加了学院',
  'import-roster': '导入名单',
  'apply-roster': '导入名单',
  'transfer-member': '换了团支部',
  'correct-member': '更正了姓名或学号',
  'remove-member': '从名单移除',
  'merge-members': '把同一个人的两条并成一条',
  'rename-branch': '改了支部名',
  'merge-branch': '把支部并到另一个',
  'remove-branch': '删了空支部',
  'rename-college': '改了学院名',
  'undo-correction': '撤回了对名单的更正',
  reconcile: '和系统名单对账',
  'recount-board': '重新统计',
  'open-season': '开了毕业季',
  'save-season': '改了本季设置',
  'save-college-season': '改了学院的本季设置',
  'publish-rules': '发布了新的规则',
  'revert-rules': '把规则换回以前的一版',
  nudge: '提醒同学',
  'retry-notice': '重发通知',
  'save-webhook': '改了群机器人',
  'delete-data': '删除了自己的资料',
  'purge-season': '清理往届资料',
  'purge-pictures': '清理往届截图',
};

/** What the audit's entries are sorted by. */
export const AUDIT_KIND_WORDS: Readonly<Record<AuditKind, string>> = {
  read: '查看与导出',
  access: '登录与权限',
  code: '验证码',
  transfer: '转接',
  roster: '名单',
  season: '设置',
  delivery: '通知',
  data: '删除与清理',
};

/** An action of an earlier release that has no words any more shows as it is stored. */
export const auditWords = (action: string): string => {
  const words: Readonly<Record<string, string | undefined>> = ACTION_WORDS;
  return words[action] ?? action;
};
