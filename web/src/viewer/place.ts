import { type Answer } from '../api/client';

export type EvidenceFile = Answer<'/api/evidence/{id}', 'get'>['files'][number];
/** Where in an item something shows, as a claim says it. */
export type Place = NonNullable<Answer<'/api/assessments/{assessmentId}/claims', 'get'>['items'][number]['place']>;
/** A rectangle in fractions of the page or the picture, from its upper left corner. */
export type Region = NonNullable<Place['region']>;

/** A file that is shown, and the place in it (or in whatever file there is) that is asked for, with what shows there. */
export interface Shown {
  address: string;
  file: EvidenceFile;
  place: Place | null;
  label: string;
}
