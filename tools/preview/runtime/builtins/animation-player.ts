/** Plays what `wx.createAnimation().export()` hands to the `animation` property. */
import type { Element } from '../host';

export interface AnimationStep {
  /** Style properties, already with units; `transform` holds the joined functions. */
  styles: Record<string, string>;
  duration: number;
  delay: number;
  timingFunction: string;
  transformOrigin: string;
}

export interface ExportedAnimation {
  actions: AnimationStep[];
}

/** The style segment glass-easel reserves for animations; the template's own `style` stays untouched. */
const ANIMATION_SEGMENT = 2;

const running = new WeakMap<object, { styles: Record<string, string>; turn: number }>();

const isExported = (value: unknown): value is ExportedAnimation =>
  typeof value === 'object' && value !== null && Array.isArray((value as { actions?: unknown }).actions);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Ignores anything that is not an exported animation; a newer animation cuts off the older one. */
export async function playAnimation(target: Element, value: unknown): Promise<void> {
  if (!isExported(value) || value.actions.length === 0) return;
  const state = running.get(target) ?? { styles: {}, turn: 0 };
  running.set(target, state);
  const turn = ++state.turn;
  for (const step of value.actions) {
    if (state.turn !== turn) return;
    Object.assign(state.styles, step.styles, {
      transition: step.duration ? `all ${step.duration}ms ${step.timingFunction} ${step.delay}ms` : 'none',
      'transform-origin': step.transformOrigin,
    });
    const css = Object.entries(state.styles).map(([name, text]) => `${name}:${text}`);
    target.setNodeStyle(css.join(';'), ANIMATION_SEGMENT);
    if (step.duration + step.delay > 0) await pause(step.duration + step.delay);
  }
}
