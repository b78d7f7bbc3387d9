/** The cloud store against a database that answers as wx-server-sdk does. */
import type { CloudDatabase } from '../../../cloudfunctions/_shared/store/cloud-database';
import { createCloudStore } from '../../../cloudfunctions/_shared/store/cloud-store';
import type { Lock } from '../../../cloudfunctions/_shared/store/records';
import { ok } from '../../../miniprogram/domain/errors';

const triedTimes = (count: number): Lock['tries'] => [{ of: 'somebody', count }];
const LOCK: Lock = {
  _id: 'a',
  recordVersion: 2,
  tries: triedTimes(1),
  firstAt: 5,
  lockedUntil: null,
  expiresAt: 9,
};

/** As the SDK throws it: the code is stripped, the text remains. */
const conflict = () => {
  const text = 'document.set:fail -501001 resource system error. [ResourceUnavailable.TransactionConflict]';
  return Object.assign(new Error(text), { errMsg: text, errCode: -501001 });
};

const databaseOf = (documents: Map<string, unknown>, failures: () => unknown) => {
  const document = (id: string) => ({
    get: async () => ({ data: documents.get(id) ?? null }),
    set: async ({ data }: { data: object }) => {
      const failure = failures();
      if (failure) throw failure;
      documents.set(id, { _id: id, ...data });
    },
    remove: async () => documents.delete(id),
  });
  const collection = { doc: document };
  const retries: number[] = [];
  const db = {
    collection: () => collection,
    runTransaction: (work: (transaction: unknown) => Promise<unknown>, times: number) => {
      retries.push(times);
      return work({ collection: () => collection });
    },
  } as unknown as CloudDatabase;
  return { db, retries };
};
const pause = jest.fn(async () => undefined);
const surroundings = { pause, now: () => 5 };
beforeEach(() => pause.mockClear());

const addTry = (db: CloudDatabase) =>
  createCloudStore(db, surroundings).transact(async (tx) => {
    const lock = await tx.get('locks', 'a');
    const count = lock?.tries[0]?.count ?? 0;
    if (lock) tx.put('locks', { ...lock, tries: triedTimes(count + 1) });
    return ok(count);
  });

it('runs a transaction again after conflicts, with pauses', async () => {
  let conflicts = 3;
  const documents = new Map<string, unknown>([['a', LOCK]]);
  const { db, retries } = databaseOf(documents, () => (conflicts-- > 0 ? conflict() : undefined));
  expect(await addTry(db)).toEqual(ok(1));
  expect(documents.get('a')).toMatchObject({ tries: triedTimes(2) });
  expect(pause).toHaveBeenCalledTimes(3);
  // The SDK's own retry would run the work again without telling.
  expect(new Set(retries)).toEqual(new Set([0]));
});

it('answers BUSY when conflicts do not end', async () => {
  const { db } = databaseOf(new Map([['a', LOCK]]), conflict);
  expect(await addTry(db)).toEqual({ ok: false, error: { code: 'BUSY' } });
});

it('does not hide another failure', async () => {
  const { db } = databaseOf(new Map([['a', LOCK]]), () => new Error('disk'));
  await expect(addTry(db)).rejects.toThrow('disk');
});

it('writes nothing when the work refuses', async () => {
  const documents = new Map<string, unknown>([['a', LOCK]]);
  const { db } = databaseOf(documents, () => undefined);
  await createCloudStore(db, surroundings).transact(async (tx) => {
    tx.remove('locks', 'a');
    return { ok: false, error: { code: 'CONFLICT' } };
  });
  expect(documents.get('a')).toBe(LOCK);
});

it('finds a missing document missing and refuses one of another shape', async () => {
  const { db } = databaseOf(
    new Map<string, unknown>([['b', { _id: 'b', recordVersion: 9 }]]),
    () => undefined,
  );
  const store = createCloudStore(db, surroundings);
  expect(await store.get('locks', 'none')).toBeUndefined();
  await expect(store.get('locks', 'b')).rejects.toThrow();
});

it('changes an object as a whole, as the store in memory does', async () => {
  const update = jest.fn(async () => ({ stats: { updated: 1 } }));
  const query = { where: () => ({ update }) };
  const command = {
    lte: (bound: unknown) => bound,
    in: (ids: unknown) => ids,
    set: (whole: unknown) => ({ whole }),
  };
  const db = { collection: () => query, command } as unknown as CloudDatabase;
  const branchCounts = { rosterVersion: 2, branches: [] };
  const target = { _id: { in: ['c'] }, rosterVersion: 2 };
  const set = { branchCounts, rosterRunId: null, name: '学院' };
  await createCloudStore(db, surroundings).changeAll('colleges', target, { set });
  expect(update).toHaveBeenCalledWith({
    data: { branchCounts: { whole: branchCounts }, rosterRunId: null, name: '学院' },
  });
});

describe('many at once in a transaction', () => {
  /** What was asked of the database, in order; `+` and `-` begin and end a request. */
  const spied = (documents: ReadonlyMap<string, unknown>) => {
    const asked: string[] = [];
    const ask = async <T>(what: string, answer: T): Promise<T> => {
      asked.push(`+${what}`);
      await new Promise((resolve) => setImmediate(resolve));
      asked.push(`-${what}`);
      return answer;
    };
    const inside = (id: string) => ({
      get: () => ask(`inside ${id}`, { data: documents.get(id) ?? null }),
      set: () => ask(`set ${id}`, undefined),
      remove: () => ask(`remove ${id}`, undefined),
    });
    const query = (ids: readonly string[]) => ({
      limit: () => ({
        get: () =>
          ask(`beside ${ids.join(' ')}`, {
            data: ids.flatMap((id) => (documents.has(id) ? [documents.get(id)] : [])),
          }),
      }),
    });
    const db = {
      command: { lte: (bound: number) => bound, in: (ids: readonly string[]) => ids },
      collection: () => ({ where: ({ _id }: { _id: readonly string[] }) => query(_id) }),
      runTransaction: (work: (transaction: unknown) => Promise<unknown>) =>
        work({ collection: () => ({ doc: inside }) }),
    } as unknown as CloudDatabase;
    return { store: createCloudStore(db, surroundings), asked };
  };
  const locks = new Map(['a', 'b', 'c'].map((id) => [id, { ...LOCK, _id: id }]));

  it('are read in one round trip, once something has been read inside', async () => {
    const { store, asked } = spied(locks);
    await store.transact(async (tx) => {
      await tx.get('locks', 'a');
      const found = await Promise.all([tx.getMany('locks', ['b', 'none']), tx.getMany('locks', ['c'])]);
      return ok(expect(found.flat().map(({ _id }) => _id)).toEqual(['b', 'c']));
    });
    expect(asked).toEqual([
      '+inside a',
      '-inside a',
      '+beside b none',
      '+beside c',
      '-beside b none',
      '-beside c',
    ]);
  });

  it('begin with one inside when they come first: what is changed from then on is a conflict', async () => {
    const { store, asked } = spied(locks);
    await store.transact(async (tx) =>
      ok(expect(await tx.getMany('locks', ['a', 'b', 'c'])).toHaveLength(3)),
    );
    expect(asked).toEqual(['+inside a', '-inside a', '+beside b c', '-beside b c']);
  });

  it('show what the transaction itself has put and removed', async () => {
    const { store, asked } = spied(locks);
    await store.transact(async (tx) => {
      tx.put('locks', { ...LOCK, tries: triedTimes(7) });
      tx.remove('locks', 'b');
      const found = await tx.getMany('locks', ['a', 'b']);
      return ok(expect(found).toEqual([{ ...LOCK, tries: triedTimes(7) }]));
    });
    expect(asked.filter((what) => /inside|beside/.test(what))).toEqual([]);
  });

  it('are read once: two looks of one decision do not differ', async () => {
    const { store, asked } = spied(locks);
    await store.transact(async (tx) => {
      await tx.get('locks', 'a');
      await tx.getMany('locks', ['b', 'none']);
      const again = await tx.getMany('locks', ['a', 'b', 'c', 'none']);
      return ok(expect(again.map(({ _id }) => _id)).toEqual(['a', 'b', 'c']));
    });
    expect(asked.filter((what) => what.startsWith('+'))).toEqual([
      '+inside a',
      '+beside b none',
      '+beside c',
    ]);
  });

  it('are asked for once where two parts of the work want the same at the same moment', async () => {
    const { store, asked } = spied(locks);
    await store.transact(async (tx) => {
      await tx.get('locks', 'a');
      const found = await Promise.all([tx.getMany('locks', ['b']), tx.getMany('locks', ['b', 'c'])]);
      return ok(expect(found.map((some) => some.map(({ _id }) => _id))).toEqual([['b'], ['b', 'c']]));
    });
    expect(asked).toEqual(['+inside a', '-inside a', '+beside b', '+beside c', '-beside b', '-beside c']);
  });

  it('never run inside side by side, however they are asked for', async () => {
    const { store, asked } = spied(locks);
    await store.transact(async (tx) => {
      await Promise.all([tx.get('locks', 'a'), tx.get('locks', 'b')]);
      return ok(undefined);
    });
    expect(asked).toEqual(['+inside a', '-inside a', '+inside b', '-inside b']);
  });
});
