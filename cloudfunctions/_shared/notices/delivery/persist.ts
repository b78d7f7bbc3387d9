const TRIES = 3;

/** Done once more when the database fails: for what a lease makes the same however often it is done. */
export const persist = async <T>(work: () => Promise<T>, tries = TRIES): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (tries <= 1) throw error;
    return persist(work, tries - 1);
  }
};
