import type { ModuleEnv } from './module-env';
import type { Phone } from './phone';
import type { RuntimeHost } from './host';

/** The phone as built-in components and `wx` see it. */
export function createHost(phone: Phone, modules: ModuleEnv): RuntimeHost {
  const { app, clock, config, errors, pullDown, query, scroll, shell, stack, taps } = phone;
  const layer = document.createElement('div');
  layer.className = 'preview-layer';
  document.body.append(layer);
  return {
    ...phone.navigation,
    seat: query.seat,
    openid: query.openid,
    library: query.library,
    conditions: query.conditions,
    shell,
    config,
    storagePrefix: `${query.seat}:${query.openid}:`,
    layer,
    pages: () => stack.pages(),
    currentPage: () => stack.top(),
    launchOptions: () => app.launched,
    enterOptions: () => app.entered,
    isInTap: () => taps.isOpen(),
    runAsTap: (run) => taps.run(run),
    now: () => clock.now(),
    setBar: (change) => phone.setBar(change),
    pageScrollTo: (to) => scroll.scrollTo(to),
    startPullDownRefresh: () => pullDown.start(),
    stopPullDownRefresh: () => pullDown.stop(),
    shareCurrentPage: (from, target) => phone.share(from, target),
    theme: () => phone.theme,
    fontSize: () => phone.fontSize,
    isOnline: () => phone.isOnline,
    onError: (listener) => errors.thrown.listen(listener),
    onRejection: (listener) => errors.rejected.listen(listener),
    onThemeChange: (listener) => phone.themeChanged.listen(listener),
    onNetworkChange: (listener) => phone.networkChanged.listen(listener),
    onAppShow: (listener) => app.shown.listen(listener),
    onAppHide: (listener) => app.hidden.listen(listener),
    trigger: (target, name, detail, { bubbles = false } = {}) =>
      void target.triggerEvent(name, detail ?? {}, { bubbles, composed: false }),
    componentOf: (node) => phone.componentOf(node),
    isFormField: (target) => modules.isFormField(target),
    reportError: errors.report,
    guard: errors.guard,
  };
}
