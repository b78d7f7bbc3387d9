import { posix } from 'node:path';
import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { tooLarge } from './sheet-writer';
import { readXml } from './xml';
import type { Zip } from './zip';

/** What one part of an .xlsx says about another. */
export interface Relation {
  /** The last segment of its type, e.g. `worksheet`. */
  readonly kind: string;
  /** The name of the other part. */
  readonly part: string;
}

/** The relations of a part by their ids; the empty name stands for the whole package. */
export const relationsOf = async (zip: Zip, part: string): Promise<Map<string, Relation>> => {
  const folder = posix.dirname(part);
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!zip.has(list)) return relations;
  await readXml(zip.read(list), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      if (relations.size >= ROSTER_FILE.maxParts) throw tooLarge();
      const part = Target.startsWith('/') ? Target : posix.join(folder, Target);
      relations.set(Id, { kind: posix.basename(Type), part });
    },
  });
  return relations;
};
