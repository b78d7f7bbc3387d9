/** Ambient types of packages used by the tools that ship none themselves. */
export {};
