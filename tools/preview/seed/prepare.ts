import { preparePreview } from '../preview';

/** `prepare.ts DIR`: what journeys start from, made in a process of its own. */
const main = async (dir: string | undefined): Promise<void> => {
  if (!dir) throw new Error('prepare.ts DIR');
  await preparePreview(dir);
};

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exit(1);
});
