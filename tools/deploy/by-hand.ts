/** What no interface of WeChat's or Tencent's does for us: the clicks, in order. */
import { PUSH_NAMES } from '../../cloudfunctions/wechat/pushes';
import { FLOOR } from '../wechat/floor';
import { readDeclared } from './functions/declared';

/** WeChat DevTools alone sends a function's `config.json`; without it every call of an open API answers -604101. */
export const permissionClicks = (functionsDir: string, names: readonly string[]): string[] => {
  const wanting = names
    .map((name) => readDeclared(functionsDir, name))
    .filter(({ permissions }) => permissions.openapi.length > 0);
  return [
    '打开微信开发者工具，导入本项目，在资源管理器里展开 dist/cloudfunctions，右上角选对云环境',
    ...wanting.map(
      ({ name, permissions }) =>
        `右键 ${name} → “云函数增量上传：更新文件”，选 config.json（权限 ${permissions.openapi.join('、')}）`,
    ),
    '等十分钟，运行 npm run doctor，看“云调用权限”一项',
  ];
};

/** WeChat pushes an event to a function only once the console was told so, each event by itself. */
export const PUSH_CLICK = `云开发控制台 → 设置 → 其他设置 → 消息推送：选“云函数”，逐条添加（消息类型 event，云函数 wechat），事件类型 ${PUSH_NAMES.join('、')}`;

export const CONSOLE_CLICKS = [
  PUSH_CLICK,
  '公众平台 → 设置 → 服务内容声明 → 用户隐私保护指引：照 npm run doctor 列出的内容填写',
  `公众平台 → 设置 → 基本设置 → 基础库最低版本：选 ${FLOOR.library}`,
  '公众平台 → 设置 → 基本设置：微信认证和备案都是“已完成”，服务类目有教育类',
  '云开发控制台 → 套餐管理：打开“超限按量”，不然额度用完服务就停',
] as const;
