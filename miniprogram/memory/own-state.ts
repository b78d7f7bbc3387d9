/**
 * What a page or panel remembers besides what it shows. Each instance has its own, so that two of one kind, on the
 * stack or in two tabs, do not share it.
 */
export const ownState = <S>(make: () => S): ((instance: object) => S) => {
  const states = new WeakMap<object, S>();
  return (instance) => {
    const known = states.get(instance);
    if (known) return known;
    const made = make();
    states.set(instance, made);
    return made;
  };
};
