import { loadRulebook } from '../../../miniprogram/domain/rules/rulebook-schema';

/** What is wrong with a rulebook, each as its path and a sentence; none where it is sound. */
export const rulebookProblemsOf = (input: unknown): string[] => {
  const loaded = loadRulebook(input);
  return loaded.ok ? [] : loaded.problems.map(({ path, message }) => `${path} ${message}`);
};
