/** What this product declares to its cloud: the only place where the emulator's command line learns about it. */
import type { CollectionSpec, TemplateSpec } from './types';

export const COLLECTIONS: readonly CollectionSpec[] = [];
export const TEMPLATES: readonly TemplateSpec[] = [];
export const PAGES: readonly string[] = [];
