/** One person's way through the real handlers, read on the pages after every step. */
import type { Response } from '../../miniprogram/contract';
import { rowOf } from '../../miniprogram/domain/rules/fields/catalogue';
import type { FieldKind } from '../../miniprogram/domain/rules/fields/kinds';
import { atChinaTime, chinaDay } from '../../miniprogram/domain/calendar/china-time';
import { UNDO_APPROVAL_MS } from '../../miniprogram/domain/transfer/approving';
import { isQuestion, replay, withAnswer, type Answers } from '../../miniprogram/domain/rules/flow';
import { answersOnRoster } from '../../miniprogram/domain/rules/on-roster';
import { isCleared } from '../../miniprogram/domain/rules/pre-flight';
import { asksNothing, routeOf, type Rulebook } from '../../miniprogram/domain/rules/rulebook';
import { takingStep } from '../../miniprogram/packages/graduate/way-result/view';
import { flowOf, rulebookOf } from '../../miniprogram/rulebooks';
import {
  ADMIN,
  GRADUATE,
  memberNamed,
  SECRETARY,
  TEACHER,
  uploadPicture,
} from '../cloudfunctions/support/people';
import { filledFields } from '../cloudfunctions/support/filled-fields';
import { dataOf, type World } from '../cloudfunctions/support/world';
import type { Deed, Person } from './persons';

type Home = Response<'graduate', 'home'>;
type Transfer = NonNullable<Home['transfer']>;

/** Number, name and invite code, the consent, the button, WeChat's own sheet; then that one can log in. */
const TAPS_TO_SIGN_IN = 7;
/** The way as it is explained; the form; the last look; WeChat's question about reminders. */
const TAPS_AT_THE_WAY = 1;
const TAPS_AFTER_THE_FORM = 1;
const TAPS_TO_HAND_IN = 2;
/** Typing is one tap into the field; a picker is opened and confirmed; a picture is asked for and chosen. */
const TAPS: Readonly<Record<FieldKind, number>> = {
  place: 2,
  text: 1,
  branchName: 1,
  startedAt: 1,
  month: 2,
  contact: 2,
  pictures: 2,
};

export const bookOf = (id: string): Rulebook => {
  const book = rulebookOf(id);
  if (!book) throw new Error(`no rulebook ${id}`);
  return book;
};

export class Walk {
  taps = TAPS_TO_SIGN_IN;
  readonly book: Rulebook;
  /** All they were sent on the way. */
  readonly messages: string[] = [];
  private readonly seen = new Set<string>();
  private readonly choices: { setting: string; option: string }[];

  constructor(
    private readonly world: World,
    { book }: Pick<Person, 'book'>,
    /** What is read after each step: the pages, and the messages that have come since the last one. */
    private readonly reads: (home: Home, messages: readonly string[]) => void,
  ) {
    const [id = '', practice] = book.split(', ');
    this.book = bookOf(id);
    this.choices = practice ? [{ setting: 'timeouts', option: 'ten-days' }] : [];
  }

  async home(): Promise<Home> {
    return dataOf(await this.world.call(GRADUATE, 'graduate', 'home', {}));
  }

  /** Inbox and WeChat alike: title, text and each field of what has come since the last look. */
  private newMessages(): string[] {
    const fresh = this.world.store
      .all('notices')
      .filter(({ _id, audience }) => audience === 'graduate' && !this.seen.has(_id));
    for (const { _id } of fresh) this.seen.add(_id);
    return fresh.flatMap(({ title, text, fields }) => [title, text, ...Object.values(fields)]);
  }

  private async look(): Promise<void> {
    const messages = this.newMessages();
    this.messages.push(...messages);
    this.reads(await this.home(), messages);
  }

  async current(): Promise<Transfer> {
    const { transfer } = await this.home();
    if (!transfer) throw new Error('no transfer has begun');
    return transfer;
  }

  async opensSeason(): Promise<void> {
    const season = { id: '2027', name: '2027届毕业季', rulebookId: this.book.id };
    dataOf(await this.world.call(ADMIN, 'teacher', 'openSeason', season));
    if (this.choices.length > 0) {
      const { season: opened } = dataOf(await this.world.call(ADMIN, 'teacher', 'season', {}));
      const changed = { version: opened.version, changes: { choices: this.choices } };
      dataOf(await this.world.call(ADMIN, 'teacher', 'saveSeason', changed));
    }
    dataOf(await this.world.call(GRADUATE, 'graduate', 'confirmLogin', {}));
    await this.look();
  }

  /** Taps the answers by their words; answers the way they lead to. */
  private picks(labels: readonly string[]): { wayId: string; routeId: string } {
    const flow = flowOf(this.book, 'way-picker');
    const answers = labels.reduce((given: Answers, label) => {
      const { current } = replay(flow, given);
      const option = isQuestion(current) ? current.options.find((one) => one.label === label) : undefined;
      if (!option) throw new Error(`nothing to tap says “${label}”`);
      this.taps += 1;
      return withAnswer(flow, given, current.id, option.id);
    }, {});
    const { current } = replay(flow, answers);
    if (isQuestion(current)) throw new Error(`persons.ts has to answer “${current.question}”, too`);
    if (current.result.kind !== 'way') throw new Error('the answers lead to advice, not to a way');
    return current.result;
  }

  async choosesBy(labels: readonly string[]): Promise<void> {
    const { wayId, routeId } = this.picks(labels);
    const home = await this.home();
    const { transfer } = home;
    const step = takingStep(home, this.book);
    if (step === null) throw new Error(`no other way can be taken from ${transfer?.state ?? 'none'}`);
    const payload = { wayId, routeId, version: transfer?.version ?? null };
    dataOf(
      await this.world.call(
        GRADUATE,
        'graduate',
        step === 'change-situation' ? 'changeSituation' : 'chooseWay',
        payload,
      ),
    );
    const asked = this.pagesBefore();
    this.taps += TAPS_AT_THE_WAY + asked;
    await this.look();
  }

  /** Questions of the check that the roster leaves open, one tap each. */
  private pagesBefore(): number {
    const flow = this.book.flows['pre-flight'];
    let answers = answersOnRoster(flow, { hasLeaguePost: false, age: 'under' });
    let asked = 0;
    while (!isCleared(flow, answers)) {
      const { current } = replay(flow, answers);
      if (!isQuestion(current)) throw new Error('something stands in the way');
      answers = withAnswer(flow, answers, current.id, current.options[0]?.id ?? '');
      asked += 1;
    }
    return asked;
  }

  private async handsIn(): Promise<void> {
    const { wayId, routeId, version } = await this.current();
    const route = routeOf(this.book, wayId, routeId);
    if (!route) throw new Error('the rulebook has no such way');
    const asksPictures = route.required.includes('screenshots');
    const screenshots = asksPictures ? [await uploadPicture(this.world, GRADUATE)] : [];
    const payload = { version, fields: filledFields(route, this.world.world.now), screenshots };
    dataOf(await this.world.call(GRADUATE, 'graduate', 'submit', payload));
    for (const field of route.required) this.taps += TAPS[rowOf(field).kind];
    this.taps += (asksNothing(route) ? 0 : TAPS_AFTER_THE_FORM) + TAPS_TO_HAND_IN;
  }

  private async decides(decision: 'approve' | 'return' | 'record' | 'close', reason?: string): Promise<void> {
    const { id: transferId, version } = await this.current();
    const payload = { transferId, version, decision, seenOnSystem: true, ...(reason ? { reason } : {}) };
    dataOf(await this.world.call(TEACHER, 'teacher', 'decide', payload));
  }

  /** Everybody who approves, in the rulebook's order. */
  private async approve(): Promise<void> {
    const { waitsFor, version } = await this.current();
    if (waitsFor === 'secretary') {
      const memberId = memberNamed(this.world, '林小雨')._id;
      dataOf(
        await this.world.call(SECRETARY, 'secretary', 'decide', { memberId, version, decision: 'approve' }),
      );
      await this.look();
    }
    if ((await this.current()).state === 'submitted') await this.decides('approve');
    // An approval is told when it can no longer be taken back.
    this.world.world.now += UNDO_APPROVAL_MS;
    await this.world.tick();
  }

  private async reports(outcome: 'accepted' | 'refused' | 'returned', reason?: string): Promise<void> {
    const { version } = await this.current();
    const payload = { version, outcome, ...(reason ? { reason } : {}) };
    dataOf(await this.world.call(GRADUATE, 'graduate', 'report', payload));
  }

  private async passesDeadline(): Promise<void> {
    const { deadlineAt } = await this.current();
    if (deadlineAt === null) throw new Error('no clock runs');
    const dayBefore = atChinaTime(chinaDay(deadlineAt) - 1, 12, 0);
    if (dayBefore > this.world.world.now) {
      this.world.world.now = dayBefore;
      await this.world.tick();
      await this.look();
    }
    this.world.world.now = deadlineAt + 60_000;
    await this.world.tick();
    await this.look();
  }

  private async doesPaper(): Promise<void> {
    const { offline = [] } = await this.current();
    for (const { stepId, needs } of offline) {
      const number = needs.includes('number') ? { number: '12' } : {};
      const parts = needs.includes('receipt') ? (['done', 'receipt'] as const) : (['done'] as const);
      for (const part of parts) {
        const { id: transferId, version } = await this.current();
        const tick = { transferId, version, stepId, part, isDone: true, ...number };
        dataOf(await this.world.call(TEACHER, 'teacher', 'tickOffline', tick));
        await this.look();
      }
    }
  }

  async meets(deed: Deed): Promise<void> {
    if (typeof deed === 'object') return this.choosesBy(deed.changesTo);
    await this.happens(deed);
    await this.look();
  }

  private async happens(deed: Exclude<Deed, object>): Promise<void> {
    switch (deed) {
      case 'hands in':
        return this.handsIn();
      case 'school approves':
        return this.approve();
      case 'school returns':
        return this.decides('return', '名称少了“有限公司”');
      case 'receiver accepts':
        return this.reports('accepted');
      case 'receiver refuses':
        return this.reports('refused', '组织选错了');
      case 'runs out and arrives':
        await this.passesDeadline();
        return this.reports('accepted');
      case 'runs out and comes back':
        await this.passesDeadline();
        return this.reports('returned');
      case 'school is late':
        return this.passesDeadline();
      case 'college records':
        return this.decides('record');
      case 'college ends it':
        return this.decides('close', '已经转到别的学校');
      case 'does the paper':
        return this.doesPaper();
      case 'withdraws':
        return void dataOf(
          await this.world.call(GRADUATE, 'graduate', 'withdraw', {
            version: (await this.current()).version,
          }),
        );
      case 'begins early':
        return void dataOf(
          await this.world.call(GRADUATE, 'graduate', 'begin', { version: (await this.current()).version }),
        );
    }
  }
}
