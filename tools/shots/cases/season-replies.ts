/** The season as the cloud tells it, for states the invented college is never in. */
import type { Response } from '../../../miniprogram/domain/contract';
import { TEMPLATES } from '../../../miniprogram/domain/notices/templates';
import { TEMPLATE_KEYS } from '../../../miniprogram/domain/model';
import { RULEBOOKS } from '../../../miniprogram/rulebooks';
import { chinaTime } from '../../preview/seed/deed';

type Season = Response<'teacher', 'season'>;

const NOW = chinaTime('06-12 09:41');

const HEALTH: Season['health'] = {
  dueNow: 0,
  oldestDueAt: null,
  sentToday: 128,
  promptShare: 1,
  mayRepeatToday: 0,
  deadLetters: 0,
  alarms: [],
  hasRobot: true,
  now: NOW,
};

export const seasonReply = (more: Partial<Season> = {}): Season => ({
  season: {
    id: '2026',
    name: '2026届',
    rulebookId: 'usst-2020',
    deadlineAt: chinaTime('06-30 23:59'),
    version: 1,
    deadlineOverridden: false,
    quietHours: { from: 22, to: 8 },
    quietHoursOverridden: false,
    announcement: null,
    replan: null,
  },
  college: null,
  colleges: [],
  rulebooks: RULEBOOKS.map(({ id, name, schoolYear }) => ({ id, name, schoolYear })),
  templates: TEMPLATE_KEYS.map((key) => ({
    key,
    title: TEMPLATES[key].title,
    id: `template-${key}`,
    missing: false,
  })),
  health: HEALTH,
  now: NOW,
  ...more,
});
