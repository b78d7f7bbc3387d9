/** Ambient types of the mini-program that no package ships. */
export {};

declare global {
  /** A tap on what carries `data-…`: which names and kinds, is said once, where the tap is handled. */
  type TapEvent<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;
}
