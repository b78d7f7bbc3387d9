/** Ambient types of the cloud functions that no package ships. */
export {};
