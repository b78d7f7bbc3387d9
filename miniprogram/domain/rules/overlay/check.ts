/** Whether a draft can be published, and what stands against it. */
import type { Rulebook } from '../rulebook';
import { withAdditions } from './additions';
import { layered } from './apply';
import { contradictionsIn, type Contradiction } from './contradictions';
import type { Overlay } from './edition';
import { loosenings } from './loosening';
import { settingOf } from './paths';
import { wrongValue, type Level, type Place } from './place';
import { placesOf } from './places/index';
import { placesOfPractice } from './places/practice';

/** What somebody may change of a rulebook, and what their changes make of it. */
export interface Draft {
  readonly places: readonly Place[];
  /** As people would see it; not to be relied on while there are problems. */
  readonly result: Rulebook;
  /** What has to be mended first; `path` names the place where it is one. */
  readonly problems: readonly Contradiction[];
}

const ofValues = (places: readonly Place[], overlay: Overlay): Contradiction[] => {
  const byPath = new Map(places.map((place) => [place.path, place]));
  return overlay.flatMap(({ path, value }) => {
    const place = byPath.get(path);
    if (!place)
      return [{ path, title: '这一处不能改', text: '规则里没有这一处，或者由学校统一定。拿掉它。' }];
    const wrong = wrongValue(place, value);
    return wrong === undefined ? [] : [{ path, title: `${place.about}：${place.label}`, text: wrong }];
  });
};

/** What a level's own changes stand on. */
export interface Ground {
  readonly shipped: Rulebook;
  /** With the season's answers. */
  readonly id: string;
  /** The layers below, lowest first: none for the committee, the committee's for a college. */
  readonly lower: readonly Overlay[];
}

/** The rulebook as the level finds it, before its own changes. Throws for an id this release does not ship. */
const groundOf = ({ shipped, id, lower }: Ground): Rulebook => {
  const rulebook = layered(shipped, id, lower);
  if (!rulebook) throw new Error('an answer of the season is not shipped');
  return rulebook;
};

const answers = (overlay: Overlay): Overlay => overlay.filter(({ path }) => settingOf(path) !== undefined);

/** A draft looked at as a whole. */
export const checkDraft = (ground: Ground, overlay: Overlay, level: Level): Draft => {
  const { shipped, id, lower } = ground;
  const below = groundOf(ground);
  // With its own answers to settings, whose words can then be changed; one that is not offered is named below.
  const own = layered(shipped, id, [...lower, answers(overlay)]) ?? below;
  const practice = placesOfPractice(below).filter(({ levels }) => levels.includes(level));
  const others = placesOf(withAdditions(own, overlay), level).filter(({ group }) => group !== 'practice');
  const places = [...practice, ...others];
  const result = layered(shipped, id, [...lower, overlay]) ?? below;
  const wrong = ofValues(places, overlay);
  if (wrong.length > 0) return { places, result, problems: wrong };
  const loose =
    level === 'college'
      ? loosenings(below, result, overlay).map((one) => ({ ...one, title: '比学校的规则松了' }))
      : [];
  return { places, result, problems: [...loose, ...contradictionsIn(result, below)] };
};
