import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import type { Environment } from '../../../tools/admin/connect';
import { preparedPreview } from '../../../tools/browser/broker';
import { type Preview, startPreview } from '../../../tools/preview/preview';
import type { SeatPerson, SeedResult } from '../../../tools/preview/seed';
import { SeedClient } from '../../../tools/preview/seed/client';
import { PEOPLE } from '../../../tools/preview/seed/college';
import { accountOf, StoryPlayer } from '../../../tools/preview/seed/play';
import { chinaTime, type Deed } from '../../../tools/preview/seed/deed';
import { STORY } from '../../../tools/preview/seed/story';

export interface Newcomer {
  readonly name: string;
  readonly openid: string;
  readonly studentNumber: string;
  readonly inviteCode: string;
}

export interface Message {
  readonly title: string;
  readonly page: string;
  readonly fields: readonly { readonly value: string }[];
  /** Epoch milliseconds on the world's clock. */
  readonly sentAt: number;
}

interface Post {
  readonly key: string;
  readonly content: string;
}

/** Whose way somebody else has recorded: a transfer is under way before they come. */
const RECORDED_FOR: ReadonlySet<string> = new Set(
  STORY.flatMap((step) => (step.does === 'recordFor' ? [step.about] : [])),
);

/** A college of its own, as the story leaves it: the preview, its clock, and everybody but the person in the journey. */
export class World {
  readonly client: SeedClient;
  private readonly player: StoryPlayer;
  private newcomers: Newcomer[];

  private constructor(
    private readonly preview: Preview,
    private readonly dataDir: string,
    people: readonly SeatPerson[],
  ) {
    this.client = new SeedClient(preview.emulatorUrl);
    this.newcomers = people.flatMap(({ name, openid, signIn }) =>
      signIn ? [{ name, openid, ...signIn }] : [],
    );
    const branchOf = (name: string) => PEOPLE.find((person) => person.name === name)?.branchName ?? '';
    this.player = new StoryPlayer(
      this.client,
      new Map(this.newcomers.map(({ name, inviteCode }) => [branchOf(name), inviteCode])),
    );
  }

  static async open(): Promise<World> {
    const prepared = await preparedPreview();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'journey-'));
    const preview = await startPreview({ port: 0, dataDir, prepared });
    const { people } = JSON.parse(await readFile(path.join(dataDir, 'seed.json'), 'utf8')) as SeedResult;
    return new World(preview, dataDir, people);
  }

  get url(): string {
    return this.preview.url;
  }

  /** The environment as its operator's tools reach it. Few journeys need them, and their SDK is large. */
  async environment(): Promise<Environment> {
    const { connect } = await import('../../../tools/admin/connect');
    return connect({
      env: 'local-env',
      url: `${this.preview.emulatorUrl}/admin`,
      secretId: 'local',
      secretKey: 'local',
    });
  }

  /** Somebody nobody has met yet: not signed in, nothing recorded for them, in no other test of this world. */
  newcomer(): Newcomer {
    for (;;) {
      const next = this.newcomers.pop();
      if (!next) throw new Error('everybody has come already');
      if (!RECORDED_FOR.has(next.name)) return next;
    }
  }

  /** From now on transfers begin by the national text, with ten days for the receiver and June as the end. */
  async goesByTenDays(more: readonly { setting: string; option: string }[] = []): Promise<void> {
    const { season } = await this.client.call('o-committee-1', 'teacher', 'season', {});
    const choices = [
      { setting: 'timeouts', option: 'ten-days' },
      { setting: 'deadline', option: 'june' },
      ...more,
    ];
    const changes = { rulebookId: 'national-2022', choices };
    await this.client.call('o-committee-1', 'teacher', 'saveSeason', { version: season.version, changes });
    // What an instance of the functions remembers of a season to show it, it remembers for a minute.
    await this.advances(60_000);
  }

  /** Everybody of a branch who had not signed in when the story stopped. */
  strangersOf(branchName: string): Newcomer[] {
    const names = new Set(PEOPLE.filter((one) => one.branchName === branchName).map(({ name }) => name));
    return this.newcomers.filter(({ name }) => names.has(name));
  }

  /** A newcomer who has signed in and can log in to 智慧团建, through their own calls. */
  async arrived(): Promise<Newcomer> {
    const person = this.newcomer();
    await this.does({ who: person.name, does: 'signIn' });
    await this.does({ who: person.name, does: 'confirmLogin' });
    return person;
  }

  /** What somebody does on a phone that is not on the screen. */
  does(deed: Deed): Promise<void> {
    return this.player.play(deed);
  }

  /** One call of the product as somebody, by name. */
  as<F extends FunctionName, A extends ActionName<F>>(
    who: string,
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Response<F, A>> {
    return this.client.call(accountOf(who), name, action, payload);
  }

  /** `06-27 09:00`, China time; timers in between run. */
  async jumpsTo(moment: string): Promise<void> {
    await this.client.setClock(chinaTime(moment));
  }

  async now(): Promise<number> {
    return ((await this.control('GET', 'clock')) as { now: number }).now;
  }

  async advances(ms: number): Promise<void> {
    await this.control('POST', 'clock', { advanceMs: ms });
  }

  /** Everything due is delivered. */
  async runTimers(): Promise<void> {
    await this.control('POST', 'timers/run', {});
  }

  /** Something of the cloud goes wrong, see `/control/faults`. */
  async breaks(fault: Readonly<Record<string, unknown>>): Promise<void> {
    await this.control('POST', 'faults', fault);
  }

  async mends(): Promise<void> {
    await this.control('DELETE', 'faults');
  }

  /** As on the day of its deployment: nobody and nothing is known. */
  async empties(): Promise<void> {
    await this.control('POST', 'reset', {});
  }

  /** The service notifications somebody got, newest first. */
  async messages(openid: string): Promise<readonly Message[]> {
    const reply = (await this.control('GET', `messages?openid=${openid}`)) as { messages: Message[] };
    return reply.messages;
  }

  /** What robots wrote to groups of 企业微信, newest first. */
  async posts(): Promise<readonly Post[]> {
    return ((await this.control('GET', 'wecom')) as { posts: Post[] }).posts;
  }

  async close(): Promise<void> {
    await this.preview.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async control(method: string, to: string, body?: unknown): Promise<unknown> {
    const reply = await fetch(`${this.preview.emulatorUrl}/control/${to}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`/control/${to}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  }
}
