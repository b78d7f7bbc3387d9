import type { Rulebook } from '../domain/rules/rulebook';
import { applyEdits, editsOf } from '../domain/rules/rulebook/apply-edits';
import { national2022 } from './national-2022/index';
import { basisOf } from './sources';

/** What a college of 安徽 was told in 2024, as answers of the national rulebook's settings. */
const CHOICES = { timeouts: 'ten-days', deadline: 'june', letter: 'on-request' };

/** Transfers of earlier releases name it. It is the national rulebook with those answers, and no season has it any more. */
export const national2024: Rulebook = {
  ...applyEdits(national2022, editsOf(national2022.settings, CHOICES)),
  id: 'national-2024',
  schoolYear: '2023–2024',
  name: '全国流程，全年十天退回',
  follows: '按 2022 年全国指引和学校 2024 年的通知',
  /** Its answers are given. */
  settings: [],
  source: basisOf('AHYZ24', 'G22'),
};
