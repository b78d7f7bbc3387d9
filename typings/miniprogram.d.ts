/** Ambient types of the mini-program that no package ships. */
export {};
