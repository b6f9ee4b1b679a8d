import { type Reader } from '../database/database.js';
import {
  claimsUnjudged,
  interestsUndeclared,
  qualificationsEnding,
  recordsUnsigned,
  requestsOverdue,
} from './assessor-causes.js';
import { itemsUndeclared, plansUnacknowledged, requestsOpen, verdictsUnreceived } from './candidate-causes.js';
import { byUrgency, type Cause } from './cause.js';
import { actionsOpen, samplesUnverified } from './verification-causes.js';

/** Everything that may wait for a person, each in a fixed number of queries. What is to be reminded of is added here. */
const sources: readonly ((reader: Reader, userId: string, at: string) => Promise<Cause[]>)[] = [
  plansUnacknowledged,
  itemsUndeclared,
  requestsOpen,
  verdictsUnreceived,
  claimsUnjudged,
  recordsUnsigned,
  requestsOverdue,
  interestsUndeclared,
  qualificationsEnding,
  samplesUnverified,
  actionsOpen,
];

/** What waits for this person now, the most urgent first. */
export async function causesOf(reader: Reader, userId: string, at: string): Promise<Cause[]> {
  const causes: Cause[] = [];
  for (const source of sources) causes.push(...(await source(reader, userId, at)));
  return causes.sort(byUrgency);
}
