import type { RouteId, WayId } from '../../../miniprogram/domain/rules/ways';
import type { SubmissionFields } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import type { Overlay } from '../../../miniprogram/domain/rules/overlay/edition';

/** One thing somebody does. */
export type Deed =
  | { readonly who: string; readonly does: 'signIn' | 'confirmLogin' }
  | { readonly who: string; readonly does: 'consent'; readonly templates: readonly TemplateKey[] }
  /** A secretary, for their own classmates. */
  | { readonly who: string; readonly does: 'sharePhone'; readonly phone: string }
  | { readonly who: string; readonly does: 'requestCode'; readonly note: string }
  | { readonly who: string; readonly does: 'issueCode'; readonly forWhom: string; readonly code: string }
  | { readonly who: string; readonly does: 'revealCode' }
  | {
      readonly who: string;
      readonly does: 'submit';
      readonly wayId: WayId;
      readonly routeId: RouteId;
      readonly fields: SubmissionFields;
      readonly screenshot: boolean;
    }
  | {
      readonly who: string;
      readonly does: 'report';
      readonly outcome: 'accepted' | 'refused';
      readonly reason?: string;
    }
  | {
      readonly who: string;
      readonly does: 'decide';
      readonly about: string;
      readonly decision: 'approve' | 'return' | 'record';
      readonly reason?: string;
    }
  | { readonly who: string; readonly does: 'stampCard'; readonly about: string }
  | { readonly who: string; readonly does: 'changeRules'; readonly edits: Overlay }
  | { readonly who: string; readonly does: 'plan'; readonly wayId: WayId; readonly routeId: RouteId }
  | {
      /** A secretary, for a classmate who never came. */
      readonly who: string;
      readonly does: 'recordFor';
      readonly about: string;
      readonly wayId: WayId;
      readonly routeId: RouteId;
      readonly fields: SubmissionFields;
    }
  /** 对账 of what was copied from 智慧团建's page of transfers out; nothing of it is confirmed. */
  | { readonly who: string; readonly does: 'reconcile'; readonly pasted: string };

/** A deed at a China time `MM-DD HH:mm` of the season's year. */
export type StoryStep = { readonly at: string } & Deed;

export const YEAR = 2026;
/** China time as epoch ms. */
export const chinaTime = (at: string): number => Date.parse(`${YEAR}-${at.replace(' ', 'T')}:00+08:00`);
