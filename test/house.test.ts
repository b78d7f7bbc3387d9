import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Imports and exports of a type count as well. */
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/** The room a file of a house stands in; a file beside the rooms is one of its own. None outside of the house. */
const roomOf = (house: string, file: string): string | undefined => {
  const [room = ''] = path.relative(house, file).split(path.sep);
  return room === '..' ? undefined : room.replace(/\.ts$/, '');
};

/** Which room imports which, types included: `words -> rules`. */
const arrowsIn = (house: string): Set<string> => {
  const arrows = new Set<string>();
  const files = readdirSync(house, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  for (const file of files.map((name) => path.join(house, name)))
    for (const [, asked = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const from = roomOf(house, file);
      const to = roomOf(house, path.join(path.dirname(file), asked));
      if (from && to && from !== to) arrows.add(`${from} -> ${to}`);
    }
  return arrows;
};

const roomsIn = (house: string): string[] =>
  readdirSync(house, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() || entry.name.endsWith('.ts') ? [entry.name] : [],
  );

/** The order of the rooms is held by the dependency rules; this holds how many ties there are between them. */
it.each([
  { house: 'miniprogram/domain', rooms: 8, arrows: 16 },
  { house: 'cloudfunctions/_shared', rooms: 12, arrows: 45 },
])('$house keeps to $rooms rooms and $arrows arrows between them', ({ house, rooms, arrows }) => {
  expect(roomsIn(house).length).toBeLessThanOrEqual(rooms);
  const found = [...arrowsIn(house)].sort();
  expect(found.length).toBeGreaterThan(rooms);
  expect(found.slice(arrows)).toEqual([]);
});
