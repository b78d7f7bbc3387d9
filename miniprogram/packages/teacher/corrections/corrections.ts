import { DESK_PAGE, loadDesk } from '../../../loading/desk-page';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { call } from '../../../asking/call';
import { isLargeFont, toast } from '../../../services/display';
import { correctionRows, type CorrectionRow } from './view';

interface Data {
  large: boolean;
  collegeId: string;
  rows: CorrectionRow[] | null;
  /** Why the last one could not be taken back. */
  failed: string;
  error: string;
  busy: string;
}

const initial: Data = { large: false, collegeId: '', rows: null, failed: '', error: '', busy: '' };

/** Corrections of the roster that can still be taken back. */
Page({
  ...DESK_PAGE,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '' });
    void this.load();
  },

  async load() {
    const { collegeId } = this.data;
    await loadDesk(this, {
      ask: call('teacher', 'corrections', collegeId ? { collegeId } : {}),
      isShown: this.data.rows !== null,
      show: (reply) => this.setData({ rows: correctionRows(reply), error: '' }),
    });
  },

  onUndoTap(event: TapEvent<{ id: string }>) {
    const correctionId = event.currentTarget.dataset.id;
    void once(this, correctionId, async () => {
      this.setData({ failed: '' });
      const reply = await call('teacher', 'undoCorrection', { correctionId });
      if (reply.ok) toast('撤回了');
      else if (reply.error.code === 'CONFLICT')
        this.setData({ failed: '这一条后来又变过，撤回会牵连别的。请在“名单”里直接改成对的。' });
      else this.setData({ failed: sayFailure(reply.error) });
      await this.load();
    });
  },
});
