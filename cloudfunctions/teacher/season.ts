import { ok } from '../../miniprogram/domain/errors';
import { TEMPLATE_KEYS } from '../../miniprogram/domain/model';
import { TEMPLATES } from '../../miniprogram/domain/notices/templates';
import { RULEBOOKS } from '../../miniprogram/rulebooks';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { loadSeason, toSeasonView } from './season-changes/view';

/** The open season, the rulebooks to choose from, and which message templates still lack their WeChat id. */
export const season: UseCase<'teacher', 'season', CollegeCaller> = async (ports) => {
  const current = await loadSeason(ports);
  const replan = await ports.store.get('replans', current._id);
  const { templateIds } = ports.settings;
  return ok({
    season: toSeasonView(current, replan),
    rulebooks: RULEBOOKS.map(({ id, name, schoolYear }) => ({ id, name, schoolYear })),
    templates: TEMPLATE_KEYS.map((key) => ({
      key,
      title: TEMPLATES[key].title,
      id: templateIds[key] || null,
      missing: !templateIds[key],
    })),
    now: ports.clock.now(),
  });
};
