/** Somebody new on a phone of their own, led from signing in to their end by what is written on the screen. */
import { pagePath, type PageName } from '../../../miniprogram/domain/reminding/pages';
import { isQuestion, replay, withAnswer } from '../../../miniprogram/domain/rules/flow';
import { answersOnRoster } from '../../../miniprogram/domain/rules/on-roster';
import { isCleared } from '../../../miniprogram/domain/rules/pre-flight';
import {
  asksNothing,
  routeOf,
  type RouteRule,
  type Rulebook,
} from '../../../miniprogram/domain/rules/rulebook';
import { SCREENSHOT } from '../../../tools/preview/seed/play';
import type { Deed, Person } from '../../walked/persons';
import { bookOf } from '../../walked/walk';
import { earlierIn, endsIn, wrongAmong } from '../../walked/sayings';
import { callsOf } from './calls';
import { untilSo } from './patience';
import type { PhonePage, Stage } from './phone-page';
import type { Newcomer } from './world';

const COMMITTEE = 'o-committee-1';
const HERE = ['上海市', '浦东新区', '张江镇'] as const;
/** The picture in WeChat's album, which the browser chooses without a tap. */
const IN_THE_ALBUM = 1;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The college of the preview offers a route of its own beside the rulebook's, so the picker asks which. */
const OF_THE_COLLEGE = { asks: '是下面哪一种？', answer: '转到新学校的团支部' } as const;
/** And it words this answer itself. */
const ITS_WORDS: Readonly<Record<string, string>> = { 问到了: '问到了，或说 9 月才建' };

/** What the roster of the preview says of everybody who has not come yet. */
const ON_ROSTER = { hasLeaguePost: false, age: 'under' } as const;

export class Walker {
  /** Taps from the page that asks who one is to what was handed in first; WeChat's own sheets included. */
  taps = 0;
  /** What stood on a page and was not so. */
  readonly wrong: string[] = [];
  private readonly book: Rulebook;
  /** Those of pages that were closed since, before anything was handed in. */
  private tapsBefore = 0;
  private hasLookedAround = false;

  private constructor(
    private readonly stage: Stage,
    private readonly phone: PhonePage,
    private readonly who: Newcomer,
    { book }: Person,
  ) {
    this.book = bookOf(book.split(', ')[0] ?? '');
  }

  static async signsIn(stage: Stage, person: Person): Promise<Walker> {
    const who = stage.world.newcomer();
    const phone = await stage.phone(who, { page: pagePath('signIn'), width: 375 });
    await phone.types('校园卡上的学号', who.studentNumber);
    await phone.types('和学籍上的一样', who.name);
    await phone.types('照着填，不分大小写', who.inviteCode);
    await phone.taps('我已阅读并同意');
    await phone.tapsExactly('登录');
    await phone.taps('我已经能登录了');
    return new Walker(stage, phone, who, person);
  }

  home() {
    return this.stage.world.client.call(this.who.openid, 'graduate', 'home', {});
  }

  private async current() {
    const { transfer } = await this.home();
    if (!transfer) throw new Error('no transfer has begun');
    return transfer;
  }

  private async route(): Promise<RouteRule> {
    const { wayId, routeId } = await this.current();
    const route = routeOf(this.book, wayId, routeId);
    if (!route) throw new Error('the rulebook has no such way');
    return route;
  }

  async choosesBy(answers: readonly string[]): Promise<void> {
    const before = (await this.home()).transfer?.version;
    for (const answer of answers) await this.phone.picks(ITS_WORDS[answer] ?? answer);
    if (await this.isShown(OF_THE_COLLEGE.asks)) await this.phone.picks(OF_THE_COLLEGE.answer);
    await this.phone.taps('就按这个办');
    await untilSo(async () => {
      if ((await this.current()).version === before) throw new Error('not taken yet');
    });
    this.hasLookedAround = false;
  }

  /** Closes the mini-program and opens it at that page, the taps so far kept. */
  private async opens(page: PageName, asked?: 'home'): Promise<void> {
    await callsOf(this.phone.tab).answered();
    this.tapsBefore += (await this.phone.heard()).taps;
    await this.phone.restarts(page === 'home' ? '' : pagePath(page), asked);
  }

  /** From home, whoever has read other pages since the way was chosen. */
  private async goesOn(): Promise<void> {
    await this.opens('home');
    await this.phone.taps(/^(继续填写|去报给学院)$/);
  }

  /** Questions of the check that the roster leaves open: each first answer lets one go on. */
  private async passesCheck(): Promise<void> {
    const flow = this.book.flows['pre-flight'];
    let answers = answersOnRoster(flow, ON_ROSTER);
    while (!isCleared(flow, answers)) {
      const { current } = replay(flow, answers);
      const [first] = isQuestion(current) ? current.options : [];
      if (!first) throw new Error('something stands in the way');
      await this.phone.taps(first.label);
      answers = withAnswer(flow, answers, current.id, first.id);
    }
  }

  private isShown(words: string): Promise<boolean> {
    return this.phone.text(words).isVisible();
  }

  /** Every field that still shows this placeholder; one that shows it after being filled in is a fault. */
  private async fillsEach(empty: string, fill: (empty: string) => Promise<void>): Promise<void> {
    const fields = this.phone.page.getByText(empty).filter({ visible: true });
    for (let left = await fields.count(); left > 0; left -= 1) {
      await fill(empty);
      await untilSo(async () => {
        if ((await fields.count()) >= left) throw new Error(`still empty: ${empty}`);
      });
    }
  }

  private async fillsIn(route: RouteRule): Promise<void> {
    const { phone } = this;
    await phone.page.locator('.field-label').first().waitFor({ state: 'visible' });
    await this.fillsEach('选到街道、乡镇', (empty) => phone.choosesRegion(empty, HERE));
    if (route.required.includes('organisation')) {
      await phone.page.getByLabel('申请转入组织', { exact: true }).click();
      const ending = route.organisationEndings[0] ?? '团支部';
      await phone.fills('申请转入组织', `上海市浦东新区张江镇${ending}`);
    }
    if (route.required.includes('parentContact')) {
      await phone.types('学院联系得上的那一位', '王建平');
      await phone.types('手机或座机', '13800000000');
    }
    if (route.required.includes('studyPlace')) await phone.fills(/国家|学校|地点/, '英国，曼彻斯特大学');
    await this.fillsEach('选年份和月份', async (empty) => {
      await phone.taps(empty);
      await phone.tapsExactly('确定');
    });
    if (await this.isShown('就是刚才')) await phone.taps('就是刚才');
    if (route.required.includes('screenshots') && (await this.isShown('选截图'))) {
      await phone.attaches('选截图', SCREENSHOT);
      await phone.sees('第 1 张，已上传');
    }
  }

  private async handsIn(): Promise<void> {
    const { phone } = this;
    const { attempt, state } = await this.current();
    const route = await this.route();
    const isFirst = this.taps === 0;
    if (!isFirst || state !== 'draft') await this.opens(asksNothing(route) ? 'review' : 'form');
    else if (this.hasLookedAround) await this.goesOn();
    else if (route.handledBy === 'graduate') await this.passesCheck();
    if (!asksNothing(route)) {
      await this.fillsIn(route);
      await phone.taps('下一步，检查一遍');
    }
    await phone.taps(/^(确认提交|报给学院)$/);
    const sure = phone.page.page().getByText('没错', { exact: true });
    await untilSo(async () => {
      if (await sure.isVisible()) await sure.click();
      const now = await this.current();
      if (now.attempt === attempt && now.state === state) throw new Error('not handed in yet');
    });
    const inTheAlbum = route.required.includes('screenshots') ? IN_THE_ALBUM : 0;
    if (isFirst) this.taps = this.tapsBefore + (await phone.heard()).taps + inTheAlbum;
  }

  private async decides(decision: 'approve' | 'return' | 'record' | 'close', reason?: string): Promise<void> {
    const { id: transferId, version } = await this.current();
    const payload = { transferId, version, decision, seenOnSystem: true, ...(reason ? { reason } : {}) };
    await this.stage.world.client.call(COMMITTEE, 'teacher', 'decide', payload);
  }

  private async reports(outcome: 'accepted' | 'refused' | 'returned', reason?: string): Promise<void> {
    const { version } = await this.current();
    const payload = { version, outcome, ...(reason ? { reason } : {}) };
    await this.stage.world.client.call(this.who.openid, 'graduate', 'report', payload);
  }

  private async passesDeadline(): Promise<void> {
    const { deadlineAt } = await this.current();
    if (deadlineAt === null) throw new Error('no clock runs');
    await this.stage.world.client.setClock(deadlineAt + MINUTE_MS);
    await this.stage.world.runTimers();
  }

  private async doesPaper(): Promise<void> {
    const { offline = [] } = await this.current();
    for (const { stepId, needs } of offline) {
      const number = needs.includes('number') ? { number: '12' } : {};
      for (const part of needs.includes('receipt') ? (['done', 'receipt'] as const) : (['done'] as const)) {
        const { id: transferId, version } = await this.current();
        const tick = { transferId, version, stepId, part, isDone: true, ...number };
        await this.stage.world.client.call(COMMITTEE, 'teacher', 'tickOffline', tick);
      }
    }
  }

  /** What others do, and what 智慧团建 shows, is not done on this phone; what the person does is tapped. */
  async meets(deed: Deed): Promise<void> {
    if (typeof deed === 'object') {
      await this.opens('changed');
      await this.choosesBy(deed.changesTo);
    } else await this.happens(deed);
    await this.looks();
  }

  private async happens(deed: Exclude<Deed, object>): Promise<void> {
    const { version } = await this.current();
    const own = this.who.openid;
    const { client } = this.stage.world;
    switch (deed) {
      case 'hands in':
        return this.handsIn();
      case 'school approves':
        await this.decides('approve');
        if ((await this.current()).state === 'submitted') await this.decides('approve');
        await this.stage.world.advances(DAY_MS / 24);
        return;
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
        return void (await client.call(own, 'graduate', 'withdraw', { version }));
      case 'begins early':
        return void (await client.call(own, 'graduate', 'begin', { version }));
    }
  }

  /**
   * A page as it stands once the cloud has said how things are: until then it shows what was so at the last visit. It is
   * read when two looks find the same.
   */
  private async reads(page: PageName): Promise<string> {
    const { phone } = this;
    await this.opens(page, 'home');
    let read = '';
    await untilSo(async () => {
      const before = read;
      read = await phone.words();
      if (read === '' || read !== before) throw new Error('the page is being drawn');
    });
    return read;
  }

  /** Opens the phone anew and reads home, progress and “我的情况变了”; keeps what is not so. Answers all words. */
  async looks(): Promise<string> {
    const home = await this.home();
    const earlier = earlierIn(home);
    const ends = endsIn(home);
    const read: string[] = [];
    for (const page of ['home', 'track', 'changed'] as const)
      read.push(...(await this.reads(page)).split('\n').map((line) => line.trim()));
    this.hasLookedAround = true;
    const isOfAnEnd = (line: string): boolean => {
      const at = ends.indexOf(line);
      if (at >= 0) ends.splice(at, 1);
      return at >= 0;
    };
    const now = read.filter(
      (line) => line !== '' && !isOfAnEnd(line) && !earlier.some((said) => said.includes(line)),
    );
    this.wrong.push(...wrongAmong(home, now).map((said) => `${home.transfer?.state ?? 'none'}: ${said}`));
    return read.join('\n');
  }
}
