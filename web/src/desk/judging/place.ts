import { type Claim } from '../types';

/** Where in an item something shows. */
export interface Place {
  fileId?: string;
  page?: number;
  from?: number;
  to?: number;
  note?: string;
}

/** Tells what is looked at now, and asks for it again. */
export interface Look {
  at: (place: Place) => void;
  now: () => Place;
}

/** Where nobody marks places. */
export const unmarked: Look = { at: () => undefined, now: () => ({}) };

export const placeOf = (claim: Claim | undefined): Place | null => claim?.place ?? null;
