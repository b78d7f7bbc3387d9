/** What can stand in a phone's way, or wait for it, as the desk words it. */
export const CONDITIONS = {
  'no-album': '不允许用相册',
  'no-camera': '不允许用相机',
  'no-upload': '图片传不上去',
  'no-subscriptions': '消息提醒的总开关关着',
  update: '有新版本等着更新',
} as const;
export type Condition = keyof typeof CONDITIONS;

export const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly Condition[];
