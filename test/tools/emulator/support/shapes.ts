/** Places on a plane. */
export const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
export const square = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
  ],
};
