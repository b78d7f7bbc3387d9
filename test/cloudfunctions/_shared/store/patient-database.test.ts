import { REFUSED_REQUEST } from '../../../../cloudfunctions/_shared/kernel/policy';
import type { CloudDatabase } from '../../../../cloudfunctions/_shared/store/cloud-database';
import { isRefusedByPlan } from '../../../../cloudfunctions/_shared/store/database-errors';
import { patientDatabase } from '../../../../cloudfunctions/_shared/store/patient-database';

const TOO_MANY_A_SECOND = { errCode: -501001, errMsg: 'request frequency exceeds the plan resource limit' };
const TOO_MANY_AT_ONCE = {
  errCode: -502001,
  errMsg: 'collection.get:fail -502001 [LimitExceeded.NoValidConnection] Connection num overrun.',
};

/** Answers what `answers` says, one after the other, then for ever the last. */
const openTest = (answers: readonly (object | string)[], isAwaited?: boolean) => {
  let asked = 0;
  const reply = (): Promise<unknown> => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer as Error);
  };
  const query: object = new Proxy({}, { get: (_, name) => (name === 'where' ? () => query : reply) });
  const collection = () =>
    new Proxy(query, { get: (_, name) => (name === 'doc' ? () => query : Reflect.get(query, name)) });
  const db = {
    command: {},
    collection,
    startTransaction: async () => {
      await reply();
      return { collection, commit: reply, rollback: reply };
    },
  } as unknown as CloudDatabase;
  const pauses: number[] = [];
  const patient = patientDatabase(db, (maxMs) => Promise.resolve(void pauses.push(maxMs)), isAwaited);
  return { patient, pauses, asked: () => asked };
};

describe('a database whose plan lets few requests through', () => {
  it.each([
    ['requests a second', TOO_MANY_A_SECOND],
    ['requests at once', TOO_MANY_AT_ONCE],
    ['connections of the environment', { errCode: -501004, errMsg: 'exceed concurrent request limit' }],
    ['requests a second, by its code', { code: 'EXCEED_RATELIMIT', message: '' }],
  ])('is asked again after too many %s', async (_, refusal) => {
    const { patient, pauses } = openTest([refusal, 'found']);
    expect(await patient.collection('members').where({}).get()).toBe('found');
    expect(pauses).toEqual([REFUSED_REQUEST.entering.firstMs]);
  });

  it('is asked again for a document, an insertion and a change', async () => {
    const { patient, asked } = openTest([TOO_MANY_AT_ONCE, 'done']);
    await patient.collection('members').doc('m-1').get();
    await patient.collection('members').add({ data: [] });
    await patient.collection('members').where({}).update({ data: {} });
    expect(asked()).toBe(4);
  });

  it('carries a transaction through, asking again only for the part that was refused', async () => {
    const { patient, asked } = openTest([
      ...[TOO_MANY_A_SECOND, 'begun'],
      ...[TOO_MANY_A_SECOND, 'read'],
      ...[TOO_MANY_A_SECOND, 'committed'],
    ]);
    const work = jest.fn((transaction: Parameters<Parameters<CloudDatabase['runTransaction']>[0]>[0]) =>
      transaction.collection('members').doc('m-1').get(),
    );
    expect(await patient.runTransaction(work, 0)).toBe('read');
    expect(work).toHaveBeenCalledTimes(1);
    expect(asked()).toBe(6);
  });

  it('gives back the locks of a transaction that failed, however often that is refused', async () => {
    const { patient, asked } = openTest(['begun', TOO_MANY_A_SECOND, TOO_MANY_A_SECOND, 'rolled back']);
    const work = () => Promise.reject(new Error('no'));
    await expect(patient.runTransaction(work, 0)).rejects.toThrow('no');
    expect(asked()).toBe(4);
  });

  it('gives up when it is refused all the time', async () => {
    const { patient, pauses, asked } = openTest([TOO_MANY_AT_ONCE]);
    await expect(patient.collection('members').where({}).count()).rejects.toBe(TOO_MANY_AT_ONCE);
    expect(asked()).toBe(1 + REFUSED_REQUEST.entering.tries);
    expect(Math.max(...pauses)).toBe(REFUSED_REQUEST.entering.mostMs);
  });

  it('waits at the beginning, too, where no phone comes again', async () => {
    const refusals = Array.from({ length: 10 }, () => TOO_MANY_A_SECOND);
    const { patient } = openTest([...refusals, 'found'], false);
    expect(await patient.collection('wake').doc('tick').get()).toBe('found');
  });

  it.each([
    ['goes on with all else that a timer asks', false, 'written'],
    ['asks nothing more of a call that a phone repeats', true, TOO_MANY_A_SECOND],
  ])('that has refused one request for too long %s', async (_, isAwaited, ended) => {
    const { tries } = REFUSED_REQUEST[isAwaited ? 'entering' : 'begun'];
    const refusals = Array.from({ length: 1 + tries + 1 }, () => TOO_MANY_A_SECOND);
    const { patient } = openTest([...refusals, 'written'], isAwaited);
    await expect(patient.collection('members').where({}).get()).rejects.toBe(TOO_MANY_A_SECOND);
    const second = patient.collection('notices').where({}).update({ data: {} });
    expect(await second.catch((error: unknown) => error)).toBe(ended);
  });

  it('lets a call that has begun go before those that have not', async () => {
    const { patient, pauses } = openTest(['begun', TOO_MANY_A_SECOND, TOO_MANY_A_SECOND, 'found']);
    await patient.collection('accounts').doc('oPerson').get();
    await patient.collection('members').where({}).get();
    expect(pauses).toEqual([50, 100]);
  });

  it.each([
    ['a conflict', { errMsg: '[ResourceUnavailable.TransactionConflict] Transaction is conflict' }],
    ['a month that is used up', { errCode: -501003, errMsg: 'exceed request limit' }],
    ['an answer that is too large', { errCode: -602001, errMsg: 'query result size exceed limit (1MB)' }],
    ['a request that is too large', { errMsg: 'EXCEED_REQUEST_SIZE_LIMIT request body exceeds' }],
    ['nothing', undefined],
  ])('hears of %s at once', async (_, error) => {
    expect(isRefusedByPlan(error)).toBe(false);
  });
});
