/** Bytes of the main package and of each subpackage, by its root. */
export const sizesByPackage = (
  files: Readonly<Record<string, number>>,
  roots: readonly string[],
): { main: number } & Record<string, number> => {
  const sizes: { main: number } & Record<string, number> = { main: 0 };
  for (const root of roots) sizes[root] = 0;
  for (const [file, bytes] of Object.entries(files)) {
    const place = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main';
    sizes[place] = (sizes[place] ?? 0) + bytes;
  }
  return sizes;
};
