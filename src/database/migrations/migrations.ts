import { Initial1763700000000 } from './0001-initial.js';
import { WholePractice1795300000000 } from './0002-whole-practice.js';
import { Questioning1795300005000 } from './0005-questioning.js';
import { Sittings1795300006000 } from './0006-sittings.js';

/** Every migration in the order it runs; one list for both databases. */
export const migrations = [
  Initial1763700000000,
  WholePractice1795300000000,
  Questioning1795300005000,
  Sittings1795300006000,
];
