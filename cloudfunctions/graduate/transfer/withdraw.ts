import { ownStep } from './own-step';

/** Takes a submission back before the college has decided; its clock stops. */
export const withdraw = ownStep('withdraw');
