/** Entry of the phone page: the compiled bundle calls `boot`. */
import { patchAdapter } from './adapter-patches';
import { contextNodeOf, defineBuiltins } from './builtins/index';
import { Gestures } from './gestures';
import type { AppConfig, Caller } from './host';
import { parseLaunchQuery } from './launch-query';
import type { CompiledUnit, TemplateGroup } from './mini-program-space';
import { ModuleEnv } from './module-env';
import { Phone } from './phone';
import { createHost } from './phone-host';
import type { PhonePage } from './shell';
import { Scripts, type Script } from './scripts';
import { createWxsBridge } from './wxs-bridge';
import { createWx } from './wx/index';
import { PageIntersectionObserver } from './wx/intersection';

/** What the compiler hands over. */
export interface AppBundle {
  config: AppConfig;
  templates: readonly TemplateGroup[];
  units: readonly CompiledUnit[];
  /** Main scripts, `app` first, then dependencies before their owners. */
  scripts: readonly Script[];
}

/** Starts the mini-program in this page. */
export function boot(bundle: AppBundle): void {
  const phone = new Phone(bundle.config, parseLaunchQuery(window.location.search));
  phone.connect();
  new Gestures(phone.taps).listen();
  const modules = new ModuleEnv(phone.space.code);
  exposeGlobals(phone, modules);
  // dates must be right before the first line of the mini-program runs
  phone.clock
    .follow()
    .then(() => {
      addAll(phone, modules, bundle);
      exposePhone(phone);
      phone.launch();
    })
    .catch(phone.errors.report);
}

function exposeGlobals(phone: Phone, modules: ModuleEnv): void {
  phone.clock.replaceDate();
  patchAdapter(
    {
      getTabBar(this: Caller) {
        return phone.tabBars.of(phone.pageOf(this));
      },
      getOpenerEventChannel(this: Caller) {
        return phone.pageOf(this)?.channel ?? {};
      },
      createIntersectionObserver(this: Caller, options) {
        return new PageIntersectionObserver(this, options as object | undefined);
      },
      getPageId(this: Caller) {
        return `pageId:${phone.pageOf(this)?.path ?? ''}`;
      },
    },
    contextNodeOf,
    (data) => phone.setDataCount.add(data),
  );
  const host = createHost(phone, modules);
  defineBuiltins(phone.space.components, host);
  Object.assign(globalThis, {
    ...phone.app.globals(),
    wx: createWx(host),
    global: globalThis,
    getCurrentPages: () => phone.stack.pages().map(({ caller }) => caller),
    __previewModule: modules,
    __wxs: createWxsBridge(phone.errors),
  });
}

/** One broken script is reported; the others still run. */
function addAll(phone: Phone, modules: ModuleEnv, { config, templates, units, scripts }: AppBundle): void {
  const main = new Scripts(scripts, units, (script) => {
    phone.errors.guard(script);
    modules.reset();
  });
  phone.space.add(units, templates, (path) => main.runFor(path));
  if (config.loadsLazily) main.runFor('app');
  else main.runAll();
}

function exposePhone(phone: Phone): void {
  const page: PhonePage = {
    openFromNotification: (path) => phone.openFromNotification(path),
    back: () => void phone.navigation.navigateBack().catch(phone.errors.report),
    setTheme: (theme) => phone.setTheme(theme),
    setFontSize: (size) => phone.setFontSize(size),
    setOnline: (isOnline) => phone.setOnline(isOnline),
    setDataCount: phone.setDataCount,
  };
  Object.assign(window, { phone: page });
}
