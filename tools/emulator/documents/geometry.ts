import { isPlain } from './wire';

/** Longitude, latitude in degrees. */
export type Position = readonly [number, number];

/** Earth's radius in metres as MongoDB takes it. */
export const EARTH_RADIUS = 6_378_100;

const radians = (degrees: number) => degrees * (Math.PI / 180);

function unitVector([longitude, latitude]: Position): readonly [number, number, number] {
  const parallel = Math.cos(radians(latitude));
  return [
    Math.cos(radians(longitude)) * parallel,
    Math.sin(radians(longitude)) * parallel,
    Math.sin(radians(latitude)),
  ];
}

/** Great-circle distance in metres; the arctangent form stays exact for near and for opposite points. */
export function distance(from: Position, to: Position): number {
  const [ax, ay, az] = unitVector(from);
  const [bx, by, bz] = unitVector(to);
  const [x, y, z] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
  return EARTH_RADIUS * Math.atan2(Math.sqrt(x * x + y * y + z * z), ax * bx + ay * by + az * bz);
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';

/** Nested coordinate arrays down to `depth` levels above the positions. */
function lists(value: unknown, depth: number): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  return depth === 0 ? value : value.flatMap((item) => lists(item, depth - 1));
}

const positionsAt = (coordinates: unknown, depth: number) => lists(coordinates, depth).filter(isPosition);

/** Every position of a GeoJSON value, or of a legacy `[longitude, latitude]` pair. */
export function positions(value: unknown): readonly Position[] {
  if (isPosition(value)) return [value];
  if (!isPlain(value)) return [];
  const { type, coordinates } = value;
  switch (type) {
    case 'Point':
      return isPosition(coordinates) ? [coordinates] : [];
    case 'LineString':
    case 'MultiPoint':
      return positionsAt(coordinates, 0);
    case 'Polygon':
    case 'MultiLineString':
      return positionsAt(coordinates, 1);
    case 'MultiPolygon':
      return positionsAt(coordinates, 2);
    default:
      return [];
  }
}

type Ring = readonly Position[];

/** The polygons of a GeoJSON value, each its outer ring followed by its holes. */
function polygons(value: unknown): readonly (readonly Ring[])[] {
  if (!isPlain(value) || !Array.isArray(value.coordinates)) return [];
  const rings = (polygon: unknown): readonly Ring[] =>
    lists(polygon, 0).map((ring) => lists(ring, 0).filter(isPosition));
  if (value.type === 'Polygon') return [rings(value.coordinates)];
  return value.type === 'MultiPolygon' ? value.coordinates.map(rings) : [];
}

function ringHolds(ring: Ring, [x, y]: Position): boolean {
  let inside = false;
  ring.forEach(([xi, yi], i) => {
    const [xj, yj] = ring[(i + ring.length - 1) % ring.length] ?? [xi, yi];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  });
  return inside;
}

const samePosition = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** Whether the shape covers the position. */
export function covers(shape: unknown, position: Position): boolean {
  const inPolygon = polygons(shape).some(
    ([outer = [], ...holes]) =>
      ringHolds(outer, position) && !holes.some((hole) => ringHolds(hole, position)),
  );
  return (
    inPolygon ||
    (isPlain(shape) && shape.type === 'Point' && positions(shape).some((p) => samePosition(p, position)))
  );
}

type Segment = readonly [Position, Position];

function segments(value: unknown): readonly Segment[] {
  if (!isPlain(value)) return [];
  const { type, coordinates } = value;
  const depth = { LineString: 0, Polygon: 1, MultiLineString: 1, MultiPolygon: 2 }[String(type)];
  if (depth === undefined) return [];
  const lines = depth === 0 ? [coordinates] : lists(coordinates, depth - 1);
  return lines.flatMap((line) => {
    const points = lists(line, 0).filter(isPosition);
    return points.slice(1).map((point, i): Segment => [points[i] ?? point, point]);
  });
}

const turn = (p: Position, q: Position, r: Position) =>
  Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));

const cross = ([a, b]: Segment, [c, d]: Segment) =>
  turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);

/** Whether two shapes share at least one point. */
export function intersect(a: unknown, b: unknown): boolean {
  const ofA = positions(a);
  const ofB = positions(b);
  return (
    ofA.some((p) => covers(b, p) || ofB.some((q) => samePosition(p, q))) ||
    ofB.some((p) => covers(a, p)) ||
    segments(a).some((s) => segments(b).some((t) => cross(s, t)))
  );
}
