/** How long receivers have, and the last day to start. */
import type { Setting } from '../../../domain/rules/rulebook/settings';
import { TEN_DAYS } from '../timeouts';

export const TIMEOUTS: Setting = {
  id: 'timeouts',
  question: '接收方一直不处理，什么时候退回？',
  default: 'october',
  options: [
    {
      id: 'october',
      label: '十月起，十天没处理就退回',
      whoDoes: '团中央 2022 年指引：8 月底以前不强制，九月要处理，十月起退回。',
      edits: [],
    },
    {
      id: 'ten-days',
      label: '全年都是十天',
      whoDoes: '安徽一所高校 2024 年接到的通知，六月就这样办。',
      edits: [{ path: 'timeouts', value: TEN_DAYS }],
    },
  ],
};

export const DEADLINE: Setting = {
  id: 'deadline',
  question: '最晚哪天发起？',
  default: 'august',
  options: [
    { id: 'august', label: '8月31日', whoDoes: '团中央 2022 年指引的窗口到八月底。', edits: [] },
    {
      id: 'june',
      label: '6月30日',
      whoDoes: '广东 2025 年、安徽一所高校 2024 年要求六月底以前发起。',
      edits: [{ path: 'seasonDeadline', value: { month: 6, day: 30 } }],
    },
  ],
};
