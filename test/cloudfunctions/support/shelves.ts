import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';

/** Documents by collection and id, as they stood at one moment. */
export type Shelves<D> = Readonly<Record<CollectionName, ReadonlyMap<string, D>>>;

/** Documents that may be remembered at any moment: a shelf is copied when it is written to for the first time after that. */
export const openShelves = <D>() => {
  let shelves = Object.fromEntries(COLLECTIONS.map(({ name }) => [name, new Map()])) as unknown as Shelves<D>;
  const own = new Map<CollectionName, Map<string, D>>();
  let visited = new Set<CollectionName>();
  return {
    on: (name: CollectionName): ReadonlyMap<string, D> => {
      visited.add(name);
      return shelves[name];
    },
    /** One shelf as it stood then. */
    onceOn: (name: CollectionName, then: Shelves<D>): ReadonlyMap<string, D> => {
      visited.add(name);
      return then[name];
    },
    /** The shelves that anybody read or wrote since this was asked last. */
    takeVisited: (): ReadonlySet<CollectionName> => {
      const taken = visited;
      visited = new Set();
      return taken;
    },
    toWrite: (name: CollectionName): Map<string, D> => {
      visited.add(name);
      const known = own.get(name);
      if (known) return known;
      const shelf = new Map(shelves[name]);
      own.set(name, shelf);
      shelves = { ...shelves, [name]: shelf };
      return shelf;
    },
    remember: (): Shelves<D> => {
      own.clear();
      return shelves;
    },
    goBackTo: (then: Shelves<D>): void => {
      own.clear();
      shelves = then;
    },
  };
};

/** By `collection/id`. */
export const flat = <D>(shelves: Shelves<D>): ReadonlyMap<string, D> =>
  new Map(
    COLLECTIONS.flatMap(({ name }) =>
      [...shelves[name]].map(([id, document]): [string, D] => [`${name}/${id}`, document]),
    ),
  );
