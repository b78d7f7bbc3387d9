/** How rules are edited: every change is seen at once and kept when its sheet closes. */
import { withValue } from '../../../domain/rules/overlay/edition';
import { ADDED_BY, switchedRouteOf } from '../../../domain/rules/overlay/paths';
import { nextAddedId } from '../../../domain/rules/overlay/succession';
import type { JsonValue } from '../../../domain/rules/rulebook/settings';
import type { Contact } from './contact-list/view';
import type { Opened } from './opened';
import { own, type RulesPage } from './page';
import { changed, chosenValue, typedValue } from './rule-card/view';
import { fixOf } from './view';

/** Takes a value for a place; nothing happens for a place that is not there. */
const set = (page: RulesPage, path: string, value: JsonValue): void => {
  const mine = own(page);
  const place = mine.draft?.places.find((one) => one.path === path);
  if (!place) return;
  mine.overlay = changed(mine.overlay, place, value);
  page.setData({ unsaved: true, failed: '' });
  page.render();
};

export const EDITING = {
  onFixTap(this: RulesPage, event: TapEvent<{ index: number }>) {
    const mine = own(this);
    const { opened, draft, overlay } = mine;
    const fix = opened && draft && fixOf(opened, draft, overlay, event.currentTarget.dataset.index);
    if (!fix) return;
    const { [fix.path]: _wrong, ...typed } = mine.typed;
    mine.typed = typed;
    mine.overlay = withValue(overlay, fix.path, fix.value);
    this.setData({ unsaved: true, failed: '' });
    this.render();
    void this.store();
  },

  onSwitch(this: RulesPage, { currentTarget }: TapEvent<{ path: string; on: boolean }>) {
    set(this, currentTarget.dataset.path, currentTarget.dataset.on);
    void this.store();
  },

  onType(this: RulesPage, event: WechatMiniprogram.CustomEvent<{ path: string; text: string }>) {
    const { path, text } = event.detail;
    const mine = own(this);
    const place = mine.draft?.places.find((one) => one.path === path);
    if (!place) return;
    mine.typed = { ...mine.typed, [path]: text };
    set(this, path, typedValue(place, text));
  },

  onChoose(this: RulesPage, event: WechatMiniprogram.CustomEvent<{ path: string; at: number }>) {
    const { path, at } = event.detail;
    const place = own(this).draft?.places.find((one) => one.path === path);
    if (place) set(this, path, chosenValue(place, at));
  },

  onTurn(this: RulesPage, event: WechatMiniprogram.CustomEvent<{ path: string; on: boolean }>) {
    set(this, event.detail.path, event.detail.on);
  },

  onDate(
    this: RulesPage,
    event: WechatMiniprogram.CustomEvent<{ path: string; day: { month: number; day: number } | null }>,
  ) {
    set(this, event.detail.path, event.detail.day);
  },

  onContacts(
    this: RulesPage,
    event: WechatMiniprogram.CustomEvent<{ path: string; contacts: readonly Contact[] }>,
  ) {
    const { path, contacts } = event.detail;
    set(
      this,
      path,
      contacts.map((contact) => ({ ...contact })),
    );
  },

  /** The season's own holds at once; nothing of it is part of a version. */
  onSeasonSaved(this: RulesPage, event: WechatMiniprogram.CustomEvent<NonNullable<Opened['season']>>) {
    const mine = own(this);
    if (!mine.opened) return;
    mine.opened = { ...mine.opened, season: event.detail };
    this.render();
  },

  onUsual(this: RulesPage, event: WechatMiniprogram.CustomEvent<{ path: string }>) {
    const mine = own(this);
    const { [event.detail.path]: _gone, ...typed } = mine.typed;
    mine.typed = typed;
    mine.overlay = withValue(mine.overlay, event.detail.path, undefined);
    this.setData({ unsaved: true });
    this.render();
  },

  /** A route or a whole way like the one that is open; its name is the first thing to change. */
  onAddTap(this: RulesPage, event: WechatMiniprogram.TouchEvent<object, object, { whole: boolean }>) {
    const mine = own(this);
    const route = this.data.fields.map(({ path }) => switchedRouteOf(path)).find(Boolean);
    if (!route || !mine.opened) return;
    const used = [mine.opened.published, mine.overlay, ...mine.versions.map(({ overlay }) => overlay)];
    const id = nextAddedId(ADDED_BY[mine.opened.level], used);
    const { whole } = event.currentTarget.dataset;
    const path = whole ? `ways.${id}` : `ways.${route.wayId}.routes.${id}`;
    mine.overlay = withValue(mine.overlay, `${path}.from`, whole ? route.wayId : route.routeId);
    this.render();
    const made = mine.draft?.places.find((place) => place.path === `${path}.label`);
    this.setData({ about: made?.about ?? '', unsaved: true });
    this.render();
    void this.store();
  },

  /** Takes out again what was added and never published, with all that was written about it. */
  onTakeOut(this: RulesPage, event: WechatMiniprogram.CustomEvent<{ path: string }>) {
    const mine = own(this);
    const root = event.detail.path.replace(/from$/, '');
    mine.overlay = mine.overlay.filter(({ path }) => !path.startsWith(root));
    this.setData({ about: '', unsaved: true });
    this.render();
    void this.store();
  },
};
