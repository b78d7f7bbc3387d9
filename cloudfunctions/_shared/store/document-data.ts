/** A record as it travels, without its id: JSON drops what is undefined, which the wire format cannot carry. */
export const dataOf = (record: object): object => {
  const { _id, ...data } = JSON.parse(JSON.stringify(record)) as { _id: string };
  return data;
};
