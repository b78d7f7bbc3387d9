/** Moves `Date` inside an instance to the emulator's clock before any function code is loaded. */

/**
 * Replaces the global `Date`: `new Date()`, `Date()` and `Date.now()` follow `offset()` (milliseconds).
 * Everything else is the real `Date`, so `instanceof`, subclasses, `Date.UTC` and `Date.parse` stay as they are;
 * timers and `performance.now` keep real time.
 */
export function patchDate(scope: { Date: DateConstructor }, offset: () => number): void {
  const RealDate = scope.Date;
  const realNow = RealDate.now;
  const now = () => realNow() + offset();
  const patched: DateConstructor = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget: unknown) =>
      // `newTarget` is the proxy itself, or a subclass whose prototype has to be kept.
      Reflect.construct(
        target,
        args.length > 0 ? args : [now()],
        newTarget === patched ? target : (newTarget as NewableFunction),
      ) as Date,
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = patched;
  scope.Date = patched;
}
