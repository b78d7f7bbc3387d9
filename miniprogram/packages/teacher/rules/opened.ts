/** The rules somebody has opened to change: what they stand on, what is published, what is being prepared. */
import type { Response } from '../../../contract';
import { layered } from '../../../domain/rules/overlay/apply';
import { checkDraft, type Draft, type Ground } from '../../../domain/rules/overlay/check';
import { EVERYBODY, isJson, withEditions, type Overlay } from '../../../domain/rules/overlay/edition';
import type { Level } from '../../../domain/rules/overlay/place';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import { shippedIdOf } from '../../../domain/rules/rulebook/chosen';
import { rememberEdition } from '../../../rulebooks/editions';
import { rulebookOf } from '../../../rulebooks/index';

export type RulesReply = Response<'teacher', 'rules'>;
type Edits = RulesReply['published']['edits'];

export const overlayFrom = (edits: Edits): Overlay =>
  edits.flatMap(({ path, value }) => (isJson(value) ? [{ path, value }] : []));

export interface Opened {
  readonly level: Level;
  readonly scopeName: string;
  readonly ground: Ground;
  readonly published: Overlay;
  /** Of the version that holds; 0 before the first. */
  readonly number: number;
  /** Epoch ms; null before the first version. */
  readonly publishedAt: number | null;
  /** What `published` makes of the rulebook: what people see now. */
  readonly holding: Rulebook;
  /** The reader's own, from the season. */
  readonly season: RulesReply['season'];
  /** Empty for the committee. */
  readonly collegeId: string;
}

/** What people see under a published version. Throws for an answer this release does not ship. */
export const holdingUnder = ({ shipped, id, lower }: Ground, published: Overlay): Rulebook => {
  const holding = layered(shipped, id, [...lower, published]);
  if (!holding) throw new Error('an answer of the season is not shipped');
  return holding;
};

/** Undefined where this release does not ship the season's rulebook. */
export const openRules = (reply: RulesReply): Opened | undefined => {
  const shipped = rulebookOf(shippedIdOf(reply.rulebookId));
  if (!shipped) return undefined;
  const lower = reply.lower.map(overlayFrom);
  const { edits, number, at } = reply.published;
  const isCommittee = reply.scopeId === EVERYBODY;
  const ground = { shipped, id: reply.rulebookId, lower };
  const published = overlayFrom(edits);
  return {
    level: isCommittee ? 'committee' : 'college',
    scopeName: reply.scopeName,
    ground,
    published,
    number,
    publishedAt: at,
    holding: holdingUnder(ground, published),
    season: reply.season,
    collegeId: isCommittee ? '' : reply.scopeId,
  };
};

/** What stands there to go on with: the draft, or what is published. */
export const beginWith = ({ draft, published }: RulesReply): Overlay =>
  overlayFrom((draft ?? published).edits);

export const draftOf = ({ ground, level }: Opened, overlay: Overlay): Draft =>
  checkDraft(ground, overlay, level);

let tries = 0;

/** The draft as a rulebook of this phone alone, for walking through it; its id. */
export const triedId = ({ ground }: Opened, overlay: Overlay): string => {
  tries += 1;
  const layers = [...ground.lower, overlay].map((edits, index) => ({
    shippedId: ground.shipped.id,
    scopeId: `tried-${index}`,
    number: tries,
    edits,
  }));
  layers.forEach(rememberEdition);
  return withEditions(ground.id, layers);
};
