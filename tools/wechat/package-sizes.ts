const KB = 1024;

/** Ours for the main package, which everybody waits for at the first start; WeChat allows each package 2 MB. */
export const MAIN_LIMIT = 600 * KB;
export const PACKAGE_LIMIT = 2048 * KB;

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
