/** Seals again with the newest key what only an older one opens, and says whether the older can leave `FIELD_KEY`. */
import { sealedBy } from '../../cloudfunctions/_shared/kernel/cipher';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { RecordOf } from '../../cloudfunctions/_shared/store/records';
import { ifReadable } from '../../cloudfunctions/_shared/store/records/unreadable';
import { upgraded } from '../../cloudfunctions/_shared/store/records/upgrade';
import { fail, ok } from '../../miniprogram/domain/errors';
import type { Say } from './say';
import type { Environment } from './connect';
import { pagesOf, type Document } from './documents';
import type { Keys } from './keys';
import { Refusal } from './refusal';
import { opens, visitSealed } from './sealed';

interface Place {
  readonly collection: CollectionName;
  readonly id: string;
}

/** What opens the sealed texts of an environment. */
interface Survey {
  /** By the newest key alone. */
  readonly newest: number;
  /** Only by an older one. */
  readonly older: readonly Place[];
  /** By none. */
  readonly unopened: readonly (Place & { readonly keyName: string })[];
}

/** A record that cannot be brought forward is looked at as it is stored. */
const readable = (collection: CollectionName, document: Document): Document =>
  (upgraded(collection, document) ?? document) as Document;

/** Collections in their declared order: what leaves the journal meanwhile is met again where it arrives. */
const survey = async ({ db }: Environment, { all, newest }: Keys): Promise<Survey> => {
  let opened = 0;
  const older: Place[] = [];
  const unopened: Survey['unopened'][number][] = [];
  for (const { name: collection } of COLLECTIONS)
    for await (const page of pagesOf(db, collection))
      for (const document of page)
        visitSealed(collection, readable(collection, document), (sealed, context) => {
          const place = { collection, id: document._id };
          if (opens(newest, sealed, context)) opened += 1;
          else if (opens(all, sealed, context)) older.push(place);
          else unopened.push({ ...place, keyName: sealedBy(sealed) });
          return sealed;
        });
  return { newest: opened, older, unopened };
};

const sealAnew = <C extends CollectionName>(
  { all, newest }: Keys,
  collection: C,
  record: RecordOf<C>,
): RecordOf<C> =>
  visitSealed(collection, record, (sealed, context) =>
    !opens(newest, sealed, context) && opens(all, sealed, context)
      ? newest.seal(all.open(sealed, context), context)
      : sealed,
  ) as RecordOf<C>;

/** One that is gone or cannot be read stays as it is; the last look names what still needs an older key. */
const change = async ({ store }: Environment, keys: Keys, { collection, id }: Place): Promise<boolean> => {
  // In a transaction, so that a code shown meanwhile stays wiped.
  const done = await store.transact(async (tx) => {
    const record = await ifReadable(tx.get(collection, id));
    if (!record) return fail('NOT_FOUND');
    tx.put(collection, sealAnew(keys, collection, record));
    return ok(undefined);
  });
  if (!done.ok && done.error.code !== 'NOT_FOUND')
    throw new Refusal(`${collection} 正忙。做过的不会丢，请再运行一次 rekey。`);
  return done.ok;
};

const listed = (places: readonly Place[]): string =>
  places.map(({ collection, id }) => `  ${collection} ${id}`).join('\n');

const refuseUnopened = ({ unopened }: Survey): never => {
  const names = [...new Set(unopened.map(({ keyName }) => keyName))].join('、');
  throw new Refusal(
    `有 ${unopened.length} 处密文，FIELD_KEY 里没有一把密钥打得开，什么都没有改：\n${listed(unopened)}\n` +
      `它们写着的密钥名是 ${names}。把当时的密钥用同样的名字加到 FIELD_KEY 里（新名字:新密钥,旧名字:旧密钥），再运行一次。` +
      '新密钥要用一个没用过的名字。确实找不回来的，加 --leave-unopened，先换其余的；旧密钥要留着。',
  );
};

/** One record may hold several texts. */
const recordsOf = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [`${place.collection} ${place.id}`, place])).values(),
];

/**
 * Broken off, it is run again: what is done is passed over.
 * @returns whether the newest key alone opens everything; told is what does not
 */
export const rekey = async (
  environment: Environment,
  { keys, leaveUnopened, say }: { keys: Keys; leaveUnopened: boolean; say: Say },
): Promise<boolean> => {
  const before = await survey(environment, keys);
  const { length: count } = before.older;
  say(`只有旧密钥打得开的 ${count} 处，最新的密钥 ${keys.newestName} 打得开的 ${before.newest} 处。`);
  if (before.unopened.length > 0 && !leaveUnopened) refuseUnopened(before);
  let changed = 0;
  for (const place of recordsOf(before.older)) if (await change(environment, keys, place)) changed += 1;
  say(`换了 ${changed} 条记录。`);
  const { newest, older, unopened } = await survey(environment, keys);
  const left = [...older, ...unopened];
  if (left.length > 0) {
    say(`最新的密钥还打不开 ${left.length} 处：\n${listed(left)}`);
    say(
      '旧密钥要留着。先看看每个云函数的 FIELD_KEY 是不是都已经把新密钥写在最前面；check 说不符合格式的记录要先改好。' +
        '然后再运行一次 rekey。',
    );
    return false;
  }
  say(`${newest} 处密文，只用最新的密钥 ${keys.newestName} 都打开了一遍。`);
  if (keys.count > 1) say('旧密钥现在可以从 FIELD_KEY 里去掉；以前的备份还要用它，请另外收好。');
  else say('FIELD_KEY 里只有这一把密钥。要换密钥，把新的写在它前面：新名字:新密钥,旧名字:旧密钥。');
  return true;
};
