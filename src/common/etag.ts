import { type Request, type Response } from 'express';
import { DomainError } from './errors.js';

/** The entity tag of a resource by its revision or hash. */
export const etagOf = (revision: number | string): string => `"${revision}"`;

/** Sends the tag; answers true, with 304 set, when the client already has this revision. */
export function notModified(request: Request, response: Response, revision: number, variant = ''): boolean {
  const tag = variant ? `"${revision}-${variant}"` : etagOf(revision);
  response.setHeader('ETag', tag);
  if (request.get('if-none-match') !== tag) return false;
  response.status(304);
  return true;
}

/** Refuses a change that was not made upon the latest revision; one made blindly is refused too. */
export function requireMatch(header: string | undefined, revision: number | string): void {
  if (!header) throw new DomainError('precondition_required');
  if (header !== etagOf(revision)) throw new DomainError('precondition_failed');
}
