/** What a new version owes the one before it: whoever is on a route that was added once keeps it. */
import { wayOf, type Rulebook } from '../rulebook/index';
import { valueIn, type Overlay } from './edition';
import { addedRouteOf, addedWayOf } from './paths';

/** Paths that close what was added: one route, or all of a way's. */
const closing = (below: Rulebook, path: string, like: string): string[] => {
  const route = addedRouteOf(path);
  if (route) return [`ways.${route.wayId}.routes.${route.routeId}.on`];
  const wayId = addedWayOf(path);
  return (wayOf(below, like)?.routes ?? []).map(({ id }) => `ways.${wayId ?? ''}.routes.${id}.on`);
};

/**
 * The draft as it may follow a published version: what that one added and the draft does not is kept, closed, with the
 * words it had. What it is made like never changes.
 */
export const succeeding = (below: Rulebook, published: Overlay, draft: Overlay): Overlay => {
  const isIn = (overlay: Overlay, path: string): boolean => overlay.some((edit) => edit.path === path);
  const dropped = published.filter(
    ({ path }) => (addedRouteOf(path) ?? addedWayOf(path)) !== undefined && !isIn(draft, path),
  );
  const kept = dropped.flatMap(({ path, value }) => {
    const root = path.replace(/from$/, '');
    const off = closing(below, path, String(value));
    const words = published.filter((edit) => edit.path.startsWith(root) && !off.includes(edit.path));
    return [...words, ...off.map((each) => ({ path: each, value: false }))];
  });
  const others = draft
    .filter(({ path }) => !isIn(kept, path))
    .map((edit) => {
      const isAdded = (addedRouteOf(edit.path) ?? addedWayOf(edit.path)) !== undefined;
      return { ...edit, value: (isAdded ? valueIn(published, edit.path) : undefined) ?? edit.value };
    });
  return [...others, ...kept];
};

/** An id for something to add: one that neither this draft nor a version before it has used. */
export const nextAddedId = (prefix: string, overlays: readonly Overlay[]): string => {
  const used = overlays
    .flat()
    .flatMap(({ path }) => path.split('.').filter((part) => part.startsWith(`${prefix}-`)));
  const numbers = used.map((id) => Number(id.slice(prefix.length + 1))).filter(Number.isInteger);
  return `${prefix}-${Math.max(0, ...numbers) + 1}`;
};
