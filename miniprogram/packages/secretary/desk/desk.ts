import { WIDE_PAGE } from '../../../loading/key-page';
import { PANEL_PAGE, panelOf } from '../../../loading/parts';
import { doorPath } from '../../../domain/reminding/pages';
import { isLargeFont } from '../../../services/display';
import { ledFrom, type KeyWords } from '../../../loading/keys';
import { openPage } from '../../../services/navigate';
import { hearsKeys, isSideBySide, type Key } from '../../../services/window';
import type { SharedCard } from '../board/branch-panel/words';
import type { PersonKey } from '../people/person-panel/page';
import { BRANCH_KEYS, CODE_KEYS } from './keys';

type Tab = 'codes' | 'branch' | 'invite';

interface Panel {
  load(): Promise<void>;
  shareCard?(): SharedCard | null;
  /** Whom J and K lead through. */
  idsListed?(): readonly string[];
}

interface PersonPart {
  onKey(key: PersonKey): void;
  shareCard(): SharedCard | null;
}

interface Data {
  large: boolean;
  /** None until the page knows which one it was opened for. */
  tab: Tab | '';
  /** One entry, made anew when the label or what it is measured in changes. */
  tabs: { key: number; label: string }[];
  request: string;
  ready: boolean;
  /** A computer's window. */
  wide: boolean;
  /** The list and whoever is open of it stand side by side. */
  beside: boolean;
  /** Id of whom is open beside the list; empty when nobody is. */
  opened: string;
  /** What the keys do; empty where there are none. */
  keys: KeyWords;
}

const initial: Data = {
  large: false,
  tab: '',
  tabs: [],
  request: '',
  ready: false,
  wide: false,
  beside: false,
  opened: '',
  keys: [],
};

const isPerson = (part: unknown): part is PersonPart =>
  typeof part === 'object' && part !== null && 'onKey' in part;

Page({
  ...PANEL_PAGE,
  ...WIDE_PAGE,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    const tab = query.tab === 'branch' || query.tab === 'invite' ? query.tab : 'codes';
    this.setData({ large: isLargeFont(), tab, request: query.request ?? '' });
    this.arrange(isSideBySide());
    this.showTabs('验证码');
  },

  /** The line under a label is measured right only once the page is drawn. */
  onReady() {
    this.showTabs(this.data.tabs[0]?.label ?? '验证码');
  },

  showTabs(label: string) {
    this.setData({ tabs: [{ key: (this.data.tabs[0]?.key ?? 0) + 1, label }] });
  },

  onShow() {
    WIDE_PAGE.onShow.call(this);
    PANEL_PAGE.onShow.call(this);
  },

  onResize({ size }: WechatMiniprogram.Page.IResizeOption) {
    this.arrange(isSideBySide(size.windowWidth));
  },

  /** The invitation is one card: nobody is open beside it. */
  arrange(wide: boolean) {
    const keys = hearsKeys() ? this.keyTable().words : [];
    this.setData({ wide, beside: wide && this.data.tab !== 'invite', keys });
  },

  keyTable() {
    return this.data.tab === 'codes' ? CODE_KEYS : BRANCH_KEYS;
  },

  /** Of whoever is open beside the list, else of the branch. */
  onShareAppMessage(): SharedCard {
    const plain = { title: '毕业生团员，来办团关系转接', path: `/${doorPath('signIn')}` };
    return this.person()?.shareCard() ?? this.panel()?.shareCard?.() ?? plain;
  },

  panel(): Panel | null {
    return panelOf<Panel>(this);
  },

  person(): PersonPart | null {
    const part: unknown = this.selectComponent('#person');
    return isPerson(part) ? part : null;
  },

  onTabChange(event: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
    this.open(event.detail.value);
  },

  onSeeBranch() {
    this.open('branch');
  },

  onSeeCodes() {
    this.open('codes');
  },

  open(tab: Tab) {
    this.setData({ tab, request: '', opened: '' });
    this.arrange(this.data.wide);
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  /** A row was tapped. */
  onOpen(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    const { memberId } = event.detail;
    if (this.data.beside) this.setData({ opened: memberId });
    else openPage('secretaryPerson', { memberId });
  },

  /** Whose code is to be filled in changed; on a phone their card is all there is room for. */
  onWaiting(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    if (this.data.beside) this.setData({ opened: event.detail.memberId });
  },

  onOther(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    this.setData({ opened: event.detail.memberId });
  },

  onChanged() {
    void this.panel()?.load();
  },

  onKey(key: Key) {
    const act = this.data.beside ? this.keyTable().actOf(key) : undefined;
    if (act === 'approve' || act === 'return') this.person()?.onKey(act);
    else if (act) this.setData({ opened: ledFrom(this.panel()?.idsListed?.() ?? [], this.data.opened, act) });
  },

  onCount(event: WechatMiniprogram.CustomEvent<{ total: number }>) {
    const label = event.detail.total > 0 ? `验证码 ${event.detail.total}` : '验证码';
    if (this.data.tabs[0]?.label !== label) this.showTabs(label);
  },
});
