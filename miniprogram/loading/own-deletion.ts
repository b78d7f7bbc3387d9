/** How a person deletes what is stored about them: asked once more, then done on this phone too. */
import type { Result } from '../domain/errors';
import { toast } from '../services/display';
import { forgetPerson } from '../services/session';
import { once } from './load';
import { sayFailure } from './say-failure';

interface DeletingPage {
  data: { busy: string };
  setData(data: { busy?: string; deleting?: boolean; deleteError?: string }): void;
  /** Asks the cloud to delete. */
  askDeletion(): Promise<Result<unknown>>;
  /** What the page shows once nothing is stored any more. */
  showDeleted(): void;
}

/** For pages with the dialog `deleting`; a failure stands in it as `deleteError`. */
export const DELETION_HANDLERS = {
  onDeleteTap(this: DeletingPage): void {
    this.setData({ deleting: true, deleteError: '' });
  },

  onDeleteClose(this: DeletingPage): void {
    if (this.data.busy !== 'delete') this.setData({ deleting: false });
  },

  onDeleteConfirm(this: DeletingPage): void {
    void once(this, 'delete', async () => {
      const reply = await this.askDeletion();
      if (!reply.ok) return this.setData({ deleteError: sayFailure(reply.error) });
      forgetPerson();
      this.setData({ deleting: false });
      toast('已经删除');
      this.showDeleted();
    });
  },
};
