import { Initial1763700000000 } from './0001-initial.js';

/** Every migration in the order it runs; one list for both databases. */
export const migrations = [Initial1763700000000];
