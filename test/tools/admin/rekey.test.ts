/** Keys are changed on data the product sealed itself; what is told about old keys is what a new key alone opens. */
import { createCipher } from '../../../cloudfunctions/_shared/kernel/cipher';
import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { fail } from '../../../miniprogram/domain/errors';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import { keysOf } from '../../../tools/admin/keys';
import { rekey } from '../../../tools/admin/rekey';
import { visitSealed } from '../../../tools/admin/sealed';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { startCloud } from '../../cloudfunctions/support/cloud';
import { openEnvironment } from './college';
import { inMemory, type InMemory } from './memory-environment';
import { sealEverywhere } from './sealed-college';

const keyNamed = (name: string): string => `${name}:${Buffer.alloc(32, `key ${name}`).toString('base64')}`;
const OLD = FUNCTION_ENV.FIELD_KEY;
const NEW = keyNamed('2028');
const SEALED_AT = [
  'audits',
  'colleges',
  'journal',
  'resetRequests',
  'transfers',
  'transfers',
  'transfers',
] as const;

let memory: InMemory;
let environment: Environment;
/** Back to the records as they were sealed. */
let goBack: () => void;
beforeAll(async () => {
  const cloud = await startCloud();
  try {
    const onTheCloud = openEnvironment(cloud);
    await sealEverywhere(cloud, onTheCloud);
    memory = await inMemory(onTheCloud);
    ({ environment } = memory);
    goBack = memory.remember();
  } finally {
    await cloud.close();
  }
}, 120_000);
beforeEach(() => goBack());

/** What it says, and whether the old key may go. */
const run = async (fieldKey: string, leaveUnopened = false) => {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const isDone = await rekey(environment, { keys: keysOf(fieldKey), leaveUnopened, say });
  return { isDone, text: lines.join('\n') };
};

const stored = async (collection: CollectionName): Promise<Document[]> =>
  (await environment.db.collection(collection).limit(1000).get()).data as Document[];

/** The collections whose sealed texts this key opens alone, one entry a text, and how many it does not open. */
const openedBy = async (fieldKey: string) => {
  const cipher = createCipher(fieldKey, Buffer.alloc);
  const opened: CollectionName[] = [];
  let closed = 0;
  for (const collection of ['audits', 'colleges', 'journal', 'resetRequests', 'transfers'] as const)
    for (const document of await stored(collection))
      visitSealed(collection, document, (sealed, context) => {
        try {
          cipher.open(sealed, context);
          opened.push(collection);
        } catch {
          closed += 1;
        }
        return sealed;
      });
  return { opened: opened.sort(), closed };
};

it('knows every sealed text by its place', async () => {
  const cipher = createCipher(OLD, Buffer.alloc);
  let sealed = 0;
  for (const collection of ['accounts', 'members', 'notices', 'transfers', 'audits', 'journal'] as const)
    for (const document of await stored(collection))
      visitSealed(collection, document, (text, context) => {
        cipher.open(text, context);
        sealed += 1;
        return text;
      });
  expect(sealed).toBe(5);
});

it.each([
  ['a key that sealed nothing', NEW],
  ['a new key that has taken over the name of the old one', keyNamed('1')],
  ['a new key without a name', keyNamed('').slice(1)],
])('changes nothing and advises nothing with %s', async (_what, fieldKey) => {
  const before = await stored('transfers');
  await expect(run(fieldKey)).rejects.toThrow(/有 7 处密文.*什么都没有改[^]*journal j-left[^]*密钥名是 1/);
  expect(await stored('transfers')).toEqual(before);
});

it('says how keys are written when FIELD_KEY is no key', () => {
  for (const wrong of ['short', `${NEW},${NEW}`, ',']) expect(() => keysOf(wrong)).toThrow('新名字:新密钥');
});

describe('once records change', () => {
  it('reaches every place in which the product seals: past attempts, drafts, reasons of unbinding, the journal too', async () => {
    expect(await openedBy(OLD)).toEqual({ opened: SEALED_AT, closed: 0 });
    const { isDone, text } = await run(`${NEW},${OLD}`);
    expect(isDone).toBe(true);
    expect(text).toContain('只有旧密钥打得开的 7 处');
    expect(text).toContain('旧密钥现在可以');
    expect(await openedBy(NEW)).toEqual({ opened: SEALED_AT, closed: 0 });
    expect((await run(`${NEW},${OLD}`)).text).toContain('换了 0 条');
  });

  it('lets the old key stay while one text needs another key, and names its record', async () => {
    const [request] = await stored('resetRequests');
    const foreign = createCipher(keyNamed('lost'), (size) => Buffer.alloc(size)).seal(
      '1',
      String(request?._id),
    );
    await putDocuments(environment.db, 'resetRequests', [{ ...(request as Document), codeSealed: foreign }]);
    await expect(run(`${NEW},${OLD}`)).rejects.toThrow('密钥名是 lost');
    const { isDone, text } = await run(`${NEW},${OLD}`, true);
    expect(isDone).toBe(false);
    expect(text).toContain(`resetRequests ${request?._id}`);
    expect(text).toContain('旧密钥要留着');
    expect(text).not.toContain('可以从 FIELD_KEY 里去掉');
    expect(await openedBy(NEW)).toMatchObject({ closed: 1 });
  });

  it('leaves records that nobody can read as they are, changes the others, and lets the old key stay for them', async () => {
    const newer = (await stored('transfers')).map((one) => ({ ...one, recordVersion: 99 }));
    await putDocuments(environment.db, 'transfers', newer);
    const { isDone, text } = await run(`${NEW},${OLD}`);
    expect(isDone).toBe(false);
    expect(text).toContain('换了 4 条记录');
    expect(text).toContain('最新的密钥还打不开 3 处：\n  transfers ');
    expect(text).toContain('旧密钥要留着');
    expect(await stored('transfers')).toEqual(newer);
  });

  it('passes over what has gone by the time it is its turn', async () => {
    const { store } = environment;
    const { transact } = store;
    const going = jest.spyOn(store, 'transact').mockImplementation(async (work) => {
      await store.removeAll(
        'resetRequests',
        (await stored('resetRequests')).map(({ _id }) => _id),
      );
      return transact(work);
    });
    const { isDone, text } = await run(`${NEW},${OLD}`);
    going.mockRestore();
    expect(isDone).toBe(true);
    expect(text).toContain('只有旧密钥打得开的 7 处');
    expect(await openedBy(NEW)).toEqual({
      opened: SEALED_AT.filter((name) => name !== 'resetRequests'),
      closed: 0,
    });
  });

  it('says what to do where somebody else keeps writing', async () => {
    const busy = jest.spyOn(environment.store, 'transact').mockResolvedValue(fail('BUSY'));
    await expect(run(`${NEW},${OLD}`)).rejects.toThrow(/正忙。做过的不会丢，请再运行一次 rekey。/);
    busy.mockRestore();
  });

  it('does not call a key dispensable while it is the only one', async () => {
    const { isDone, text } = await run(OLD);
    expect(isDone).toBe(true);
    expect(text).not.toContain('可以从 FIELD_KEY 里去掉');
  });

  it('names a sealed text in a place that nobody has declared', async () => {
    const [member] = await stored('members');
    const strange = createCipher(OLD, (size) => Buffer.alloc(size)).seal('1', String(member?._id));
    await putDocuments(environment.db, 'members', [{ ...(member as Document), birthMonth: strange }]);
    await expect(run(`${NEW},${OLD}`)).rejects.toThrow(`members ${member?._id}`);
  });
});
