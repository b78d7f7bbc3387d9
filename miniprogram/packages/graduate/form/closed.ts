import type { Transfer } from './start';

/** Why there is nothing to fill in or to hand in, with the one way on. */
export interface Closed {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly page: 'wayPicker' | 'track';
  readonly icon: 'check' | 'map';
}

const TO_PICKER = { action: '去选去向', page: 'wayPicker', icon: 'map' } as const;

/** @param transfer one that can no longer be typed in, e.g. because another phone handed it in; null before a way was chosen */
export const closedFor = (transfer: Transfer | null): Closed => {
  if (!transfer) return { title: '还没选去向', text: '选好去向，才知道要填哪几样。', ...TO_PICKER };
  if (transfer.state === 'withdrawn')
    return { title: '这次申请撤回了', text: '重新选好去向，就能再填一次。', ...TO_PICKER };
  return {
    title: '已经交上去了',
    text: '走到哪一步、还能不能改，看“进度”。',
    action: '看进度',
    page: 'track',
    icon: 'check',
  };
};
