import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { TEMPLATE_KEYS } from '../../../miniprogram/domain/reminding/kinds';
import { TEMPLATES } from '../../../miniprogram/domain/reminding/notices/templates';
import { OFFERED_RULEBOOKS } from '../../../miniprogram/rulebooks';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Season } from '../../_shared/store/records';
import { countUnfinished } from '../../_shared/season/earlier';
import { healthFor } from '../delivery/health';
import { loadSeason, toCollegeView, toSeasonView } from './changes/view';

type Settings = Pick<Response<'teacher', 'season'>, 'season' | 'college' | 'colleges'>;

/** The committee sees which colleges have settings of their own, a college its own alone. */
const settingsFor = async (
  ports: Ports,
  { role, scopeId }: CollegeCaller,
  stored: Season,
): Promise<Settings> => {
  const isAll = role === 'committee';
  const season = toSeasonView(stored, isAll ? null : scopeId);
  if (isAll) {
    const ids = stored.colleges.map(({ collegeId }) => collegeId);
    const colleges = await ports.store.getMany('colleges', ids);
    const views = colleges.map(({ _id: id, name }) => ({ id, name, ...toCollegeView(stored, id) }));
    return { season, college: null, colleges: views };
  }
  return { season, college: toCollegeView(stored, scopeId), colleges: [] };
};

/** The open season, the rulebooks to choose from, which message templates lack their WeChat id, and the deliveries. */
export const season: EarlyReader<'teacher', 'season', CollegeCaller> = readingEarly(
  loadSeason,
  async (ports, { caller }, stored) => {
    const [settings, { health, heads }, unfinished, drafts] = await Promise.all([
      settingsFor(ports, caller, stored),
      healthFor(ports, caller),
      caller.role === 'committee' ? countUnfinished(ports) : undefined,
      caller.role === 'committee'
        ? ports.store.count('transfers', { state: 'draft', seasonId: stored._id })
        : 0,
    ]);
    const { templateIds } = ports.settings;
    return ok({
      ...settings,
      ...(unfinished === undefined
        ? {}
        : { unfinished, notBegun: heads.bind + heads.login + heads.choose + drafts }),
      rulebooks: OFFERED_RULEBOOKS.map(({ id, name, schoolYear }) => ({ id, name, schoolYear })),
      templates: TEMPLATE_KEYS.map((key) => ({
        key,
        title: TEMPLATES[key].title,
        id: templateIds[key] || null,
        missing: !templateIds[key],
      })),
      health,
      now: ports.clock.now(),
    });
  },
);
