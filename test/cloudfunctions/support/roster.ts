import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import type { Result } from '../../../miniprogram/domain/errors';
import { loadRoster } from '../../../tools/roster/load-roster';

/** The world in memory, or the emulator. */
interface Place {
  call<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Result<Response<F, A>>>;
  upload(openid: string, cloudPath: string, bytes: Buffer): Promise<string>;
}

/** Brings people onto a college's roster, from a teacher's file; the branches they are in, by name. */
export const importRoster = (
  place: Place,
  openid: string,
  collegeId: string,
  people: Parameters<typeof loadRoster>[2],
) =>
  loadRoster(
    {
      call: async (action, payload) => {
        const result = await place.call(openid, 'teacher', action, payload);
        if (!result.ok) throw new Error(`${action}: ${JSON.stringify(result.error)}`);
        return result.data;
      },
      upload: (cloudPath, bytes) => place.upload(openid, cloudPath, bytes),
    },
    collegeId,
    people,
  );
