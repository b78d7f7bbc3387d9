import { ok } from '../../miniprogram/domain/errors';
import { ADMINISTRATOR_ID } from '../_shared/accounts';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import type { Ports } from '../_shared/ports';
import { allColleges } from '../_shared/people/branches';

const readOffices = (ports: Ports) =>
  Promise.all([ports.store.get('settings', ADMINISTRATOR_ID), allColleges(ports)]);

/** Everybody with rights beyond their own transfer, the committee first. */
export const accounts: EarlyReader<'teacher', 'accounts', CollegeCaller> = readingEarly(
  readOffices,
  async ({ store, clock }, { caller }, [setting, colleges]) => {
    const teachers = colleges.flatMap((college) => college.teachers.map(({ accountId }) => accountId));
    const ids = [...new Set([...(setting?.committee ?? []), ...teachers])];
    const found = new Map((await store.getMany('accounts', ids)).map((account) => [account._id, account]));
    return ok({
      accounts: ids.flatMap((id) => {
        const account = found.get(id);
        return account
          ? [{ id, name: account.name, isSelf: id === caller.account._id, roles: account.roles }]
          : [];
      }),
      colleges: colleges.map(({ _id: id, name }) => ({ id, name })),
      now: clock.now(),
    });
  },
);
