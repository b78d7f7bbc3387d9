import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import type { Overlay } from '../../../miniprogram/domain/rules/overlay/edition';
import type { RouteId, WayId } from '../../../miniprogram/domain/rules/ways';
import { UNDO_APPROVAL_MS } from '../../../miniprogram/domain/transfer/approving';
import type { SeedClient } from './client';
import { ADMINISTRATOR, openidOf, personNamed, TEACHERS } from './college';
import { chinaTime, type Deed, type StoryStep } from './deed';
import { STORY, STORY_ENDS } from './story';

/** A picture as a phone's album has it. */
export const SCREENSHOT = path.resolve(__dirname, 'screenshot.png');

/** Invite codes by branch name, as the roster import gave them out. */
export type InviteCodes = ReadonlyMap<string, string>;

/** The WeChat account of anybody at the university, by name. */
export const accountOf = (name: string): string =>
  [...TEACHERS, ADMINISTRATOR].find((staff) => staff.name === name)?.openid ??
  openidOf(personNamed(name).studentNumber);

/** Does what people do, through the same calls their phones make. */
export class StoryPlayer {
  private asks = 0;

  constructor(
    private readonly client: SeedClient,
    private readonly inviteCodes: InviteCodes,
  ) {}

  async play(step: Deed): Promise<void> {
    const openid = accountOf(step.who);
    switch (step.does) {
      case 'signIn':
        return this.signIn(step.who);
      case 'confirmLogin':
        return void (await this.client.call(openid, 'graduate', 'confirmLogin', {}));
      case 'consent':
        return this.consent(openid, step.templates);
      case 'sharePhone':
        return void (await this.client.call(openid, 'secretary', 'sharePhone', { phone: step.phone }));
      case 'requestCode':
        return void (await this.client.call(openid, 'graduate', 'requestResetCode', { note: step.note }));
      case 'issueCode':
        return this.issueCode(openid, step.forWhom, step.code);
      case 'revealCode':
        return this.revealCode(openid);
      case 'submit':
        return this.submit(openid, step);
      case 'report':
        return this.report(openid, step);
      case 'decide':
        return this.decide(openid, step);
      case 'stampCard':
        return this.stampCard(openid, step.about);
      case 'changeRules':
        return this.changeRules(openid, step.edits);
      case 'plan':
        return void (await this.choose(openid, step));
      case 'recordFor':
        return this.recordFor(openid, step);
      case 'reconcile':
        return this.reconcile(openid, step.pasted);
    }
  }

  private async signIn(name: string): Promise<void> {
    const { studentNumber, branchName } = personNamed(name);
    const inviteCode = this.inviteCodes.get(branchName);
    if (!inviteCode) throw new Error(`no invite code for ${branchName}`);
    await this.client.call(openidOf(studentNumber), 'account', 'signIn', { studentNumber, name, inviteCode });
  }

  private async consent(openid: string, accepted: readonly TemplateKey[]): Promise<void> {
    const { subscription } = await this.client.call(openid, 'account', 'whoAmI', {});
    const answers: Record<string, 'accept'> = {};
    for (const key of accepted) {
      const templateId = subscription.templateIds[key];
      if (templateId) answers[templateId] = 'accept';
    }
    await this.client.subscribe(openid, answers);
    this.asks += 1;
    await this.client.call(openid, 'account', 'addCredits', {
      askId: `seed-${this.asks}`,
      accepted: [...accepted],
    });
  }

  private async issueCode(openid: string, forWhom: string, code: string): Promise<void> {
    const { waiting } = await this.client.call(openid, 'secretary', 'resetQueue', {});
    const request = waiting.find(({ memberName }) => memberName === forWhom);
    if (!request) throw new Error(`${forWhom} does not wait for a code`);
    await this.client.call(openid, 'secretary', 'issueResetCode', { requestId: request.id, code });
  }

  private async revealCode(openid: string): Promise<void> {
    const { resetRequest } = await this.client.call(openid, 'graduate', 'home', {});
    if (!resetRequest) throw new Error(`${openid} has no code to reveal`);
    await this.client.call(openid, 'graduate', 'revealResetCode', { requestId: resetRequest.id });
  }

  private async submit(openid: string, step: Deed & { does: 'submit' }): Promise<void> {
    const { transfer } = await this.client.call(openid, 'graduate', 'home', {});
    const chosen = transfer ?? (await this.choose(openid, step));
    const screenshots = step.screenshot ? [await this.screenshot(openid)] : [];
    await this.client.call(openid, 'graduate', 'submit', {
      version: chosen.version,
      fields: step.fields,
      screenshots,
    });
  }

  private async choose(openid: string, { wayId, routeId }: { wayId: WayId; routeId: RouteId }) {
    const choice = { wayId, routeId, version: null };
    return (await this.client.call(openid, 'graduate', 'chooseWay', choice)).transfer;
  }

  private async changeRules(openid: string, edits: Overlay): Promise<void> {
    const { version } = await this.client.call(openid, 'teacher', 'rules', {});
    await this.client.call(openid, 'teacher', 'publishRules', { version, edits: [...edits] });
  }

  private async recordFor(openid: string, step: Deed & { does: 'recordFor' }): Promise<void> {
    const { members } = await this.client.call(openid, 'secretary', 'branchBoard', {});
    const member = members.find(({ name }) => name === step.about);
    if (!member) throw new Error(`${step.about} is not in the branch`);
    const { wayId, routeId, fields } = step;
    const way = { memberId: member.id, version: null, wayId, routeId };
    const { version } = await this.client.call(openid, 'secretary', 'recordWay', way);
    await this.client.call(openid, 'secretary', 'recordStart', { memberId: member.id, version, fields });
  }

  private async reconcile(openid: string, text: string): Promise<void> {
    const { college } = await this.client.call(openid, 'teacher', 'reconcile', {});
    if (!college) throw new Error(`${openid} has no college`);
    const from = { source: 'paste', text } as const;
    const list = { collegeId: college.id, kind: 'outgoing', from } as const;
    const { run } = await this.client.call(openid, 'teacher', 'reconcileRead', list);
    await this.client.call(openid, 'teacher', 'reconcileCompare', { runId: run.id, covered: [] });
  }

  private async screenshot(openid: string): Promise<string> {
    const { folder } = await this.client.call(openid, 'graduate', 'uploadFolder', {});
    return this.client.upload(openid, `${folder}/seed.png`, await readFile(SCREENSHOT));
  }

  private async report(openid: string, step: Deed & { does: 'report' }): Promise<void> {
    const { transfer } = await this.client.call(openid, 'graduate', 'home', {});
    if (!transfer) throw new Error(`${step.who} has nothing to report on`);
    await this.client.call(openid, 'graduate', 'report', {
      version: transfer.version,
      outcome: step.outcome,
      ...(step.reason ? { reason: step.reason } : {}),
    });
  }

  private async stampCard(openid: string, about: string): Promise<void> {
    const { people } = await this.client.call(openid, 'teacher', 'cardLookup', { search: about });
    const person = people.find(({ name, ready }) => name === about && ready);
    if (!person?.transferId || person.version === null) throw new Error(`${about} has no card to stamp`);
    const { transferId, version } = person;
    const stepId = person.offline.find(({ atDesk }) => atDesk)?.stepId ?? '';
    const stamp = { transferId, version, stepId, part: 'done', isDone: true } as const;
    await this.client.call(openid, 'teacher', 'tickOffline', stamp);
  }

  private async decide(openid: string, step: Deed & { does: 'decide' }): Promise<void> {
    const { items } = await this.client.call(openid, 'teacher', 'queue', {});
    const waiting = items.find(({ memberName }) => memberName === step.about);
    if (!waiting) throw new Error(`${step.about} does not wait for a decision`);
    const { item } = await this.client.call(openid, 'teacher', 'decision', { transferId: waiting.id });
    await this.client.call(openid, 'teacher', 'decide', {
      transferId: item.id,
      version: item.version,
      decision: step.decision,
      seenOnSystem: true,
      ...(step.reason ? { reason: step.reason } : {}),
    });
  }
}

const SECOND = 1000;
const DAY = 86_400_000;

/** People do what they do within a minute, not as it begins: the timer looks at the next full one. */
export const momentOf = ({ at }: Pick<StoryStep, 'at'>): number => chinaTime(at) + 20 * SECOND;

/** The timer's next look after a deed, and the one after what can be taken back is held no more. */
const LOOKS_AFTER = [40 * SECOND, 40 * SECOND + UNDO_APPROVAL_MS];
/** The quiet hours end, and reminders are due. */
const MORNING = ['08:00', '09:00'];

/**
 * When the timer looks between two instants as the story is played, in order. It looks every minute, but that takes long:
 * every morning is enough, and on the last day, of which the teacher's page counts what was late, also after each deed.
 */
export const looksBetween = (from: number, until: number): number[] => {
  const looks: number[] = [];
  for (const time of MORNING) for (let at = chinaTime(`01-01 ${time}`); at < until; at += DAY) looks.push(at);
  for (const step of STORY)
    if (step.at.slice(0, 5) === STORY_ENDS.slice(0, 5))
      looks.push(...LOOKS_AFTER.map((after) => momentOf(step) + after));
  return [...new Set(looks)].filter((at) => at > from && at < until).sort((one, other) => one - other);
};
