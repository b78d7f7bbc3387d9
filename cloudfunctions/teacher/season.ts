import { ok } from '../../miniprogram/domain/errors';
import { TEMPLATE_KEYS } from '../../miniprogram/domain/model';
import { TEMPLATES } from '../../miniprogram/domain/notices/templates';
import { RULEBOOKS } from '../../miniprogram/rulebooks';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import type { Ports } from '../_shared/ports';
import { healthFor } from './health';
import { loadSeason, toSeasonView } from './season-changes/view';

const withReplan = async (ports: Ports) => {
  const current = await loadSeason(ports);
  return toSeasonView(current, await ports.store.get('replans', current._id));
};

/** The open season, the rulebooks to choose from, which message templates lack their WeChat id, and the deliveries. */
export const season: UseCase<'teacher', 'season', CollegeCaller> = async (ports, { caller }) => {
  const [current, health] = await Promise.all([withReplan(ports), healthFor(ports, caller)]);
  const { templateIds } = ports.settings;
  return ok({
    season: current,
    rulebooks: RULEBOOKS.map(({ id, name, schoolYear }) => ({ id, name, schoolYear })),
    templates: TEMPLATE_KEYS.map((key) => ({
      key,
      title: TEMPLATES[key].title,
      id: templateIds[key] || null,
      missing: !templateIds[key],
    })),
    health,
    now: ports.clock.now(),
  });
};
