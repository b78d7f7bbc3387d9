import { Aggregator } from 'mingo/aggregator';
import type { ActionReply } from '../types';
import { invalidParam, requestFailed } from './failures';
import { count, find, guarded, project } from './find';
import { geoNear } from './geo-near';
import { queryOptions } from './operators';
import { conditionOf, pageOf, sortOf, type Request } from './request';
import { assertSingleDocument, openSession, type Context, type Session } from './session';
import { encode, isPlain, parseObject, parseValue, type Doc } from './wire';

/** Reads documents by condition, sorted, paged and projected. */
export function getDocument(context: Context, request: Request): ActionReply {
  const session = openSession(context, request);
  const now = context.clock.now();
  const condition = conditionOf(request, now, false);
  assertSingleDocument(session, condition);
  const page = request.queryType === 'DOC' ? { limit: 1 } : pageOf(request);
  const sort = request.order ? sortOf(parseValue(request.order, now, 'order')) : [];
  const found = session.find({ condition, sort, ...page });
  context.counters.documentsRead += found.length;
  const list = project(found, parseObject(request.projection, now, 'projection'));
  return { data: { list: list.map(encode) } };
}

/** Counts documents. */
export function calculateDocument(context: Context, request: Request): ActionReply {
  const { collection } = openSession(context, request);
  const condition = conditionOf(request, context.clock.now(), false);
  return { data: { total: count(context.store, collection, condition, context.counters) } };
}

function stagesOf(request: Request, now: number): Doc[] {
  if (!Array.isArray(request.stages)) throw invalidParam('stages must be an array');
  return request.stages.map((stage: unknown) => {
    if (!isPlain(stage) || typeof stage.stageKey !== 'string') throw invalidParam('a stage needs a stageKey');
    if (['$out', '$merge'].includes(stage.stageKey))
      throw requestFailed('Aggregate', `${stage.stageKey} is not supported`);
    return { [stage.stageKey]: parseValue(stage.stageValue, now, stage.stageKey) };
  });
}

/** Takes the leading stages that a read can do better: `$match`, then `$sort`, then `$limit`. */
function leadingRead(session: Session, stages: Doc[]): Doc[] {
  const take = (key: string) => (stages[0] && key in stages[0] ? stages.shift()?.[key] : undefined);
  const match = take('$match');
  if (match !== undefined && !isPlain(match))
    throw requestFailed('Aggregate', 'the match filter must be an object');
  const sortable =
    isPlain(stages[0]?.$sort) && Object.values(stages[0].$sort).every((d) => d === 1 || d === -1);
  const sort = sortable ? sortOf(take('$sort')) : [];
  const limit = Number.isInteger(stages[0]?.$limit) ? Number(take('$limit')) : Infinity;
  if (limit <= 0) throw requestFailed('Aggregate', 'the limit must be positive');
  return session.find({ condition: match ?? {}, sort, limit });
}

/** Runs an aggregation pipeline. */
export function aggregateDocuments(context: Context, request: Request): ActionReply {
  const session = openSession(context, request);
  const stages = stagesOf(request, context.clock.now());
  const near = stages[0]?.$geoNear;
  if (near !== undefined) stages.shift();
  const source = isPlain(near) ? geoNear(session, near) : leadingRead(session, stages);
  context.counters.documentsRead += source.length;
  const list = guarded('Aggregate', () =>
    new Aggregator(stages, { ...queryOptions, collectionResolver: others(context) }).run<Doc>(source),
  );
  return { data: { list: list.map(encode) } };
}

/** For `$lookup` and its kind; as in MongoDB a collection that does not exist is an empty one. */
const others =
  (context: Context) =>
  (name: string): Doc[] => {
    if (!context.store.has(name)) return [];
    const docs = find(context.store, context.store.collection(name), { condition: {} }, context.counters);
    context.counters.documentsRead += docs.length;
    return docs;
  };
