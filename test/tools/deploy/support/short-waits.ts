/** The library looks once a second whether a function is ready; here its second is a millisecond. */
export const shortenWaits = (): void => {
  const real = global.setInterval;
  const short = (work: () => void) => real(work, 1);
  jest.spyOn(global, 'setInterval').mockImplementation(short as typeof setInterval);
};
