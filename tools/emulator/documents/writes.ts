import { randomBytes } from 'node:crypto';
import type { ActionReply } from '../types';
import type { Collection } from './catalog';
import { duplicateKey, invalidParam, requestFailed } from './failures';
import { assertNamed, assertStorable } from './field-names';
import { isIndexableText } from './kinds';
import { conditionOf, namedId, type Request } from './request';
import { assertSingleDocument, openSession, type Context, type Session } from './session';
import type { Change, DocId } from './store';
import { modified, replaced, seedOf } from './updates';
import { encode, parseObject, type Doc } from './wire';
import type { Draft } from './writing';

/** MongoDB's limit on one document, in bytes. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const newId = () => randomBytes(16).toString('hex');

function change(collection: Collection, id: DocId, doc: Doc): Change {
  const body = encode(doc);
  if (Buffer.byteLength(body) > MAX_DOCUMENT_BYTES) {
    throw requestFailed('Write', `object to insert too large, the limit is ${MAX_DOCUMENT_BYTES} bytes`);
  }
  return { collection, id, after: { doc, body } };
}

function withId(doc: Doc): Doc & { _id: DocId } {
  const { _id = newId(), ...rest } = doc;
  const isNumber = typeof _id === 'number' && Number.isFinite(_id);
  if (!isNumber && (!isIndexableText(_id) || _id === ''))
    throw invalidParam('_id must be a non-empty string or a number');
  return { _id, ...rest };
}

function draftInsert(session: Session, docs: readonly Doc[]): Draft<ActionReply> {
  const { collection } = session;
  const changes = docs.map((doc) => {
    assertStorable(doc, 'Insert');
    assertNamed(doc, 'Insert');
    const whole = withId(doc);
    return change(collection, whole._id, whole);
  });
  const seen = new Set<DocId>();
  for (const { id } of changes) {
    if (seen.has(id) || session.has(id)) {
      throw duplicateKey(collection.name, '_id_', { _id: id });
    }
    seen.add(id);
  }
  return { changes, reply: { data: { insertedIds: changes.map(({ id }) => id) } } };
}

/** Inserts one document or several, all or none. */
export function insertDocument(context: Context, request: Request): Promise<ActionReply> {
  const session = openSession(context, request);
  const now = context.clock.now();
  if (!Array.isArray(request.data) || request.data.length === 0)
    throw invalidParam('data must be a non-empty array');
  const docs = request.data.map((text: unknown) => parseObject(text, now, 'data'));
  return context.writer.write(session.transaction, () => draftInsert(session, docs));
}

interface Modification {
  readonly condition: Doc;
  readonly data: Doc;
  /** The data is the whole new document, not operators. */
  readonly replace: boolean;
  readonly multi: boolean;
  readonly upsert: boolean;
}

function modificationOf(context: Context, request: Request): Modification {
  const now = context.clock.now();
  return {
    condition: conditionOf(request, now, true),
    data: parseObject(request.data, now, 'data'),
    replace: request.merge === false,
    multi: request.multi === true,
    upsert: request.upsert === true,
  };
}

const applied = (doc: Doc, { replace, data, condition }: Modification) =>
  replace ? replaced(doc, data) : modified(doc, data, condition);

function draftUpsert(
  { collection }: Session,
  { condition, data, replace }: Modification,
): Draft<ActionReply> {
  const _id = namedId(condition);
  const seed = { _id, ...(replace ? {} : seedOf(condition)) };
  const doc = withId(replace ? replaced(seed, data) : modified(seed, data, {}, true));
  return { changes: [change(collection, doc._id, doc)], reply: { data: { updated: 0, upsert_id: doc._id } } };
}

function draftModify(session: Session, modification: Modification): Draft<ActionReply> {
  const { condition, multi, upsert, replace } = modification;
  const hits = session.find({ condition, limit: multi ? Infinity : 1 });
  if (hits.length === 0 && upsert) return draftUpsert(session, modification);
  const changes = hits.flatMap((doc) => {
    const after = change(session.collection, doc._id as DocId, applied(doc, modification));
    // An update that changes nothing is not counted; setting a document anew is.
    return replace || after.after?.body !== encode(doc) ? [after] : [];
  });
  return { changes, reply: { data: { updated: changes.length, upsert_id: null } } };
}

/** Updates by operators (`merge`) or replaces; `updated` counts the documents changed. */
export function modifyDocument(context: Context, request: Request): Promise<ActionReply> {
  const session = openSession(context, request);
  const modification = modificationOf(context, request);
  assertSingleDocument(session, modification.condition);
  return context.writer.write(session.transaction, () => draftModify(session, modification));
}

/** Updates one document and returns it as it is afterwards, or null. */
export function modifyAndReturnDoc(context: Context, request: Request): Promise<ActionReply> {
  const session = openSession(context, request);
  const modification = modificationOf(context, request);
  assertSingleDocument(session, modification.condition);
  return context.writer.write(session.transaction, () => {
    const [doc] = session.find({ condition: modification.condition, limit: 1 });
    if (!doc) return { changes: [], reply: { data: { updated: 0, doc: null } } };
    const after = change(session.collection, doc._id as DocId, applied(doc, modification));
    return { changes: [after], reply: { data: { updated: 1, doc: after.after?.body ?? null } } };
  });
}

/** Removes one document, or with `multi` all that match. */
export function removeDocument(context: Context, request: Request): Promise<ActionReply> {
  const session = openSession(context, request);
  const condition = conditionOf(request, context.clock.now(), true);
  assertSingleDocument(session, condition);
  return context.writer.write(session.transaction, () => {
    const hits = session.find({ condition, limit: request.multi === true ? Infinity : 1 });
    const changes = hits.map((doc): Change => ({
      collection: session.collection,
      id: doc._id as DocId,
      after: null,
    }));
    return { changes, reply: { data: { deleted: changes.length } } };
  });
}
