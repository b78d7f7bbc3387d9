import type { Change } from '../change';
import type { Cloud } from '../cloud';
import { permissionWords } from './tables';

/** Whoever uploaded a picture and the functions; nobody else opens it by its path. */
const CLOSED = 'PRIVATE';

export const storageChanges = async ({ storage }: Pick<Cloud, 'storage'>): Promise<Change[]> => {
  const held = await storage.permission();
  if (held === CLOSED) return [];
  return [
    {
      what: '云存储',
      differences: [`~ 权限“${permissionWords(held)}”→“${permissionWords(CLOSED)}”`],
      make: () => storage.setPermission(CLOSED),
    },
  ];
};
