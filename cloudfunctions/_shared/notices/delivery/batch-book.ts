/** Keeps the books of one lease: what was sent is written down as it goes, what it cost and everything else at the end. */
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { CurrentSeason } from '../../season/season';
import { CHANNELS } from '../channels';
import type { Lease } from './claim-notices';
import type { Accounts } from './credits';
import { settleNotices, type Judged } from './settle-notices';
import type { Verdict } from './settlement';
import { refusedSpending, spend, Spending } from './spend-credits';

export class BatchBook {
  private sent: Judged[] = [];
  private readonly ended: Judged[];
  private readonly spent = new Spending();
  private readonly writes: Promise<void>[] = [];

  constructor(
    private readonly ports: Ports,
    private readonly under: { readonly lease: Lease; readonly season: CurrentSeason },
    sortedOut: readonly Judged[],
  ) {
    this.ended = [...sortedOut];
  }

  note(notice: Notice, verdict: Verdict): void {
    if (verdict.kind !== 'sent') return void this.ended.push({ notice, verdict });
    if (CHANNELS[notice.channel].spendsCredits) this.spent.add(notice);
    this.sent.push({ notice, verdict });
    if (this.sent.length >= DELIVERY.settleSize) this.startWriting();
  }

  /** Writes down what was sent and what it cost; resolves to all others. A failed write is thrown when all is done. */
  async writeSent(): Promise<readonly Judged[]> {
    this.startWriting();
    const written = await Promise.allSettled(this.writes);
    await spend(this.ports, this.spent);
    const failed = written.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return this.ended;
  }

  /** Writes down what was not sent; WeChat's refusals empty the ledger. */
  async close(accounts: Accounts): Promise<void> {
    await settleNotices(this.ports, this.under, this.ended);
    const refused = this.ended.filter(({ verdict }) => verdict.kind === 'no-credit');
    const notices = refused.map(({ notice }) => notice);
    await spend(this.ports, refusedSpending(notices, accounts, this.spent));
  }

  private startWriting(): void {
    if (this.sent.length === 0) return;
    const part = this.sent;
    this.sent = [];
    const writing = settleNotices(this.ports, this.under, part);
    // It is looked at by `writeSent`; until then a failure must not end the whole process.
    writing.catch(() => undefined);
    this.writes.push(writing);
  }
}
