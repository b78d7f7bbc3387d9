/** What WeChat itself remembers: users, send credits, sent messages. Durable in one file of its own. */
import { openDatabase } from './open-database';

export interface SentMessage {
  readonly id: string;
  readonly openid: string;
  readonly templateId: string;
  readonly title: string;
  readonly page: string;
  readonly fields: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  /** Epoch milliseconds on the emulator's clock. */
  readonly sentAt: number;
}

export interface WeChatState {
  knowsUser(openid: string): boolean;
  addUser(openid: string): void;
  credits(openid: string, templateId: string): number;
  addCredit(openid: string, templateId: string): void;
  /** Whether the person has switched these messages off in WeChat's settings. */
  isOff(openid: string, templateId: string): boolean;
  /** Switching them off takes the credits along. */
  setOff(openid: string, templateId: string, isOff: boolean): void;
  /** Spends one credit and stores the message in one transaction; undefined when there is no credit. */
  spend(message: Omit<SentMessage, 'id'>): SentMessage | undefined;
  /** Newest first; of everybody without `openid`. */
  messages(openid?: string): SentMessage[];
  /** Messages sent at or after `since` (epoch ms). */
  sentSince(since: number): number;
  clockOffset(): number;
  setClockOffset(offset: number): void;
  /** Empties messages, credits and settings; users stay known. */
  reset(): void;
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS users (openid TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS credits (
    openid TEXT NOT NULL, templateId TEXT NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (openid, templateId)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS switchedOff (
    openid TEXT NOT NULL, templateId TEXT NOT NULL, PRIMARY KEY (openid, templateId)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, openid TEXT NOT NULL, sentAt INTEGER NOT NULL, body TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS messagesByPerson ON messages (openid, id);
  CREATE INDEX IF NOT EXISTS messagesByTime ON messages (sentAt);
  CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), offset INTEGER NOT NULL);
`;

interface MessageRow {
  readonly id: number;
  readonly body: string;
}

function toMessage(row: MessageRow): SentMessage {
  return { ...(JSON.parse(row.body) as Omit<SentMessage, 'id'>), id: String(row.id) };
}

export function openState(file: string): WeChatState {
  const db = openDatabase(file);
  db.exec(SCHEMA);
  db.exec('INSERT OR IGNORE INTO clock (one, offset) VALUES (1, 0)');
  const known = new Set(
    (db.prepare('SELECT openid FROM users').all() as { openid: string }[]).map((row) => row.openid),
  );
  const addUser = db.prepare('INSERT OR IGNORE INTO users (openid) VALUES (?)');
  const credit = db.prepare('SELECT amount FROM credits WHERE openid = ? AND templateId = ?');
  const addCredit = db.prepare(
    'INSERT INTO credits VALUES (?, ?, 1) ON CONFLICT (openid, templateId) DO UPDATE SET amount = amount + 1',
  );
  const readOff = db.prepare('SELECT 1 FROM switchedOff WHERE openid = ? AND templateId = ?');
  const putOff = db.prepare('INSERT OR IGNORE INTO switchedOff VALUES (?, ?)');
  const dropOff = db.prepare('DELETE FROM switchedOff WHERE openid = ? AND templateId = ?');
  const dropCredits = db.prepare('DELETE FROM credits WHERE openid = ? AND templateId = ?');
  const takeCredit = db.prepare(
    'UPDATE credits SET amount = amount - 1 WHERE openid = ? AND templateId = ? AND amount > 0',
  );
  const addMessage = db.prepare('INSERT INTO messages (openid, sentAt, body) VALUES (?, ?, ?)');
  const ofPerson = db.prepare('SELECT id, body FROM messages WHERE openid = ? ORDER BY id DESC');
  const ofAll = db.prepare('SELECT id, body FROM messages ORDER BY id DESC');
  const countSince = db.prepare('SELECT count(*) AS amount FROM messages WHERE sentAt >= ?');
  const readOffset = db.prepare('SELECT offset FROM clock');
  const writeOffset = db.prepare('UPDATE clock SET offset = ?');

  const spend = db.transaction((message: Omit<SentMessage, 'id'>): SentMessage | undefined => {
    if (takeCredit.run(message.openid, message.templateId).changes === 0) return undefined;
    const added = addMessage.run(message.openid, message.sentAt, JSON.stringify(message));
    return { ...message, id: String(added.lastInsertRowid) };
  });

  return {
    knowsUser: (openid) => known.has(openid),
    addUser(openid) {
      if (known.has(openid)) return;
      addUser.run(openid);
      known.add(openid);
    },
    credits: (openid, templateId) =>
      (credit.get(openid, templateId) as { amount: number } | undefined)?.amount ?? 0,
    addCredit: (openid, templateId) => void addCredit.run(openid, templateId),
    spend: (message) => spend(message) as SentMessage | undefined,
    isOff: (openid, templateId) => readOff.get(openid, templateId) !== undefined,
    setOff(openid, templateId, isOff) {
      (isOff ? putOff : dropOff).run(openid, templateId);
      if (isOff) dropCredits.run(openid, templateId);
    },
    messages: (openid) =>
      ((openid === undefined ? ofAll.all() : ofPerson.all(openid)) as MessageRow[]).map(toMessage),
    sentSince: (since) => (countSince.get(since) as { amount: number }).amount,
    clockOffset: () => (readOffset.get() as { offset: number }).offset,
    setClockOffset: (offset) => void writeOffset.run(offset),
    reset: () => void db.exec('DELETE FROM messages; DELETE FROM credits; DELETE FROM switchedOff;'),
    close: () => void db.close(),
  };
}
