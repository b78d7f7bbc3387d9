/**
 * Functions are replaced one after another in this order, so that for a while old and new ones run together. Who
 * reads what others write comes first: it understands old records, and those the new writers bring.
 */
const ORDER = ['reminder', 'wechat', 'teacher', 'secretary', 'graduate', 'account'] as const;

const placeOf = (name: string): number => {
  const place = (ORDER as readonly string[]).indexOf(name);
  if (place < 0) throw new Error(`functions/order.ts names no place for the function ${name}`);
  return place;
};

export const inOrder = (names: readonly string[]): string[] =>
  [...names].sort((one, other) => placeOf(one) - placeOf(other));
