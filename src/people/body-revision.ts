import canonicalize from 'canonicalize';
import { sha256 } from '../common/ids.js';
import { type TrainingBody } from './training-body.entity.js';

/** The hash of all that a change of a training body may change. */
export function bodyRevision({ name }: Pick<TrainingBody, 'name'>): string {
  return sha256(canonicalize({ name })!);
}
