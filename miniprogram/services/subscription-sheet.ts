import { explainMainSwitch, MAIN_SWITCH_OFF } from './reminder-switch';

/**
 * Draws WeChat's sheet for these templates, inside a tap. Resolves to its answers by template id; to none when the
 * sheet could not be drawn, whatever it was: the person simply has no new credit.
 */
export const askSheet = (tmplIds: string[]): Promise<Readonly<Record<string, unknown>>> =>
  new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (answers) => resolve({ ...answers }),
      fail: ({ errCode }) => {
        if (errCode === MAIN_SWITCH_OFF) explainMainSwitch();
        resolve({});
      },
    });
  });
