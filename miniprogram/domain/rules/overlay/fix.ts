/** The one obvious way out of a contradiction, where there is one. */
import type { JsonValue } from '../rulebook/settings';
import { daysInMonth } from '../rulebook-checks/times';
import { checkDraft, type Ground } from './check';
import type { Contradiction } from './contradictions';
import { valueIn, withValue, type Overlay } from './edition';
import { dayIn, type Level, type Place, type PlaceKind } from './place';
import { valueText } from './reading';

export interface Fix {
  readonly path: string;
  /** Undefined takes the change back. */
  readonly value: JsonValue | undefined;
  /** What happens, as a button says it. */
  readonly label: string;
}

const NAMED = '我是{name}。';

/** What somebody most likely meant with a value that is wrong by itself; their own words stay. */
const nearest = ({ path, kind }: Place, value: JsonValue): Fix[] => {
  if (kind.kind === 'text' && typeof value === 'string' && value.trim() !== '')
    return [{ path, value: `${NAMED}${value}`, label: `开头补上“${NAMED}”` }];
  if (kind.kind === 'number' && typeof value === 'number') {
    const within = Math.min(kind.max, Math.max(kind.min, Math.round(value)));
    return [{ path, value: within, label: `改成 ${valueText(kind, within)}` }];
  }
  const day = kind.kind === 'date' ? dayIn(value) : undefined;
  if (!day) return [];
  const last = { month: day.month, day: Math.min(day.day, daysInMonth(day.month)) };
  return [{ path, value: last, label: `改成 ${valueText(kind, last)}` }];
};

const CHOSEN: readonly PlaceKind['kind'][] = ['date', 'number', 'days', 'switch', 'use', 'choice'];

/** One tap throws away no sentence that somebody wrote. */
const isChosen = ({ kind }: PlaceKind): boolean => CHOSEN.includes(kind);

const takenBack = ({ path, kind, label, usual }: Place, problem: Contradiction): Fix[] => {
  const which = path === problem.path ? '' : `“${label}”`;
  return isChosen(kind) ? [{ path, value: undefined, label: `${which}改回 ${valueText(kind, usual)}` }] : [];
};

/** What stands beside it, such as the two days of one window. */
const isBeside = (path: string, other: string): boolean =>
  path !== other && other.startsWith(path.slice(0, path.lastIndexOf('.') + 1));

/** The first that mends the problem and is right itself; undefined where somebody has to decide. */
export const fixFor = (
  { ground, overlay, level }: { ground: Ground; overlay: Overlay; level: Level },
  places: readonly Place[],
  problem: Contradiction,
): Fix | undefined => {
  const changed = places.filter(({ path }) => valueIn(overlay, path) !== undefined);
  const own = changed.filter(({ path }) => path === problem.path);
  const beside = changed.filter(({ path }) => isBeside(problem.path, path));
  // What this release lets nobody change can only be taken out.
  const isNowhere = !places.some(({ path }) => path === problem.path);
  const gone = isNowhere && valueIn(overlay, problem.path) !== undefined;
  const candidates: readonly Fix[] = [
    ...(gone ? [{ path: problem.path, value: undefined, label: '拿掉这一处' }] : []),
    ...own.flatMap((place) => nearest(place, valueIn(overlay, place.path) ?? place.usual)),
    ...[...own, ...beside].flatMap((place) => takenBack(place, problem)),
  ];
  return candidates.find(({ path, value }) => {
    const { problems } = checkDraft(ground, withValue(overlay, path, value), level);
    return !problems.some(
      (one) => one.path === path || (one.path === problem.path && one.title === problem.title),
    );
  });
};
