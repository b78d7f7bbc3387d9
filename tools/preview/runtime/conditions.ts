/** `no-album`, `no-camera`: not allowed; `no-subscriptions`: the main switch is off; `update`: a new version waits. */
export const CONDITIONS = ['no-album', 'no-camera', 'no-subscriptions', 'update'] as const;
export type Condition = (typeof CONDITIONS)[number];
