/** Panels and sheets that stand in a page and are called by it. */

interface Host {
  selectComponent(selector: string): unknown;
}

/** The panel of the open tab; null while none is drawn. */
export const panelOf = <Panel extends { load(): Promise<void> }>(page: Host): Panel | null => {
  const part = page.selectComponent('#panel');
  const isPanel = (value: unknown): value is Panel =>
    typeof value === 'object' && value !== null && 'load' in value;
  return isPanel(part) ? part : null;
};

interface PanelPage extends Host {
  data: { ready: boolean };
  setData(data: { ready: boolean }): void;
}

/** A page around one panel, which loads by itself when it is drawn, and anew whenever it is pulled down or shown again. */
export const PANEL_PAGE = {
  onShow(this: PanelPage): void {
    if (this.data.ready) void panelOf(this)?.load();
    this.setData({ ready: true });
  },

  async onPullDownRefresh(this: Host): Promise<void> {
    await panelOf(this)?.load();
    void wx.stopPullDownRefresh();
  },
};

const opens = (part: unknown): part is { open(about: unknown): void } =>
  typeof part === 'object' && part !== null && 'open' in part && typeof part.open === 'function';

/** Opens a sheet with what it is about; nothing happens when it is not drawn. */
export const openSheet = (panel: Host, selector: string, about: unknown): void => {
  const sheet = panel.selectComponent(selector);
  if (opens(sheet)) sheet.open(about);
};
