import { setValue } from 'mingo/util';
import { requestFailed } from './failures';
import { distance, positions, type Position } from './geometry';
import type { Session } from './session';
import { isPlain, type Doc } from './wire';

const DEFAULT_RESULTS = 100;

const at = (doc: Doc, path: string) =>
  path.split('.').reduce<unknown>((value, key) => (isPlain(value) ? value[key] : undefined), doc);

const numberOr = (value: unknown, unset: number) => (typeof value === 'number' ? value : unset);

/** Without a `key` MongoDB uses the geo index; here the first field that holds a point stands for it. */
const pointField = (docs: readonly Doc[]) =>
  docs.flatMap((doc) => Object.keys(doc).filter((key) => isPlain(doc[key]) && doc[key].type === 'Point'))[0];

function centreOf(near: unknown): Position {
  const [centre] = positions(near);
  if (!centre) throw requestFailed('Aggregate', '$geoNear requires a point as near');
  return centre;
}

/** The `$geoNear` stage: documents by distance in metres, nearest first. */
export function geoNear(session: Session, stage: Doc): Doc[] {
  const { distanceField, includeLocs } = stage;
  if (typeof distanceField !== 'string')
    throw requestFailed('Aggregate', '$geoNear requires a distanceField');
  const centre = centreOf(stage.near);
  const docs = session.find({ condition: isPlain(stage.query) ? stage.query : {} });
  const field = typeof stage.key === 'string' ? stage.key : (pointField(docs) ?? '');
  const [least, most] = [numberOr(stage.minDistance, 0), numberOr(stage.maxDistance, Infinity)];
  const limit = numberOr(stage.limit, numberOr(stage.num, DEFAULT_RESULTS));
  return docs
    .flatMap((doc) => {
      const [position] = positions(at(doc, field));
      return position ? [{ doc, metres: distance(position, centre) }] : [];
    })
    .filter(({ metres }) => metres >= least && metres <= most)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
    .map(({ doc, metres }) => {
      const place = at(doc, field);
      setValue(doc, distanceField, metres * numberOr(stage.distanceMultiplier, 1));
      if (typeof includeLocs === 'string') setValue(doc, includeLocs, place);
      return doc;
    });
}
