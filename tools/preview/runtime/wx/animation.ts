/** `wx.createAnimation`: collects steps that the `animation` property of a built-in plays. */
import type { AnimationStep, ExportedAnimation } from '../builtins/animation-player';

interface AnimationOptions {
  duration?: number;
  timingFunction?: string;
  delay?: number;
  transformOrigin?: string;
}

const px = (value: unknown): string => (typeof value === 'number' ? `${value}px` : String(value));
const plain = (value: unknown): string => String(value);
const degrees = (value: unknown): string => `${String(value)}deg`;

/** How the arguments of each transform function are written. */
const TRANSFORMS: Readonly<Record<string, (value: unknown) => string>> = {
  translate: px,
  translateX: px,
  translateY: px,
  translateZ: px,
  translate3d: px,
  scale: plain,
  scaleX: plain,
  scaleY: plain,
  scaleZ: plain,
  scale3d: plain,
  rotate: degrees,
  rotateX: degrees,
  rotateY: degrees,
  rotateZ: degrees,
  skewX: degrees,
  skewY: degrees,
  skew: degrees,
  matrix: plain,
  matrix3d: plain,
};
const STYLES: Readonly<Record<string, (value: unknown) => string>> = {
  opacity: plain,
  backgroundColor: plain,
  width: px,
  height: px,
  top: px,
  left: px,
  right: px,
  bottom: px,
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type Animation = { step(options?: AnimationOptions): Animation; export(): ExportedAnimation } & {
  [name: string]: (...values: never[]) => unknown;
};

export function createAnimation(defaults: AnimationOptions = {}): Animation {
  let actions: AnimationStep[] = [];
  let transforms: string[] = [];
  let styles: Record<string, string> = {};
  const animation = {
    step(options: AnimationOptions = {}) {
      const {
        duration = 400,
        timingFunction = 'linear',
        delay = 0,
        transformOrigin = '50% 50% 0',
      } = { ...defaults, ...options };
      if (transforms.length > 0) styles.transform = transforms.join(' ');
      actions.push({ styles, duration, timingFunction, delay, transformOrigin });
      [transforms, styles] = [[], {}];
      return animation;
    },
    export() {
      const exported = { actions };
      actions = [];
      return exported;
    },
  } as Animation;
  for (const [name, write] of Object.entries(TRANSFORMS)) {
    animation[name] = (...values: unknown[]) => {
      transforms.push(`${name}(${values.map(write).join(',')})`);
      return animation;
    };
  }
  for (const [name, write] of Object.entries(STYLES)) {
    animation[name] = (value: unknown) => {
      styles[kebab(name)] = write(value);
      return animation;
    };
  }
  return animation;
}
