import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { DomainError } from './errors.js';
import { refuseHostileData } from './hostile-data.js';

/** Reads JSON bodies up to 1 MB. What is neither JSON, a form nor a piece of an upload is refused, never taken for an empty body. */
export function jsonBody(): RequestHandler[] {
  return [refuseOtherTypes, limitTime, json({ limit: '1mb' }), refuseHostileBody];
}

function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  const empty = request.get('content-length') === '0';
  if (!empty && request.is(['json', 'multipart/form-data', 'application/offset+octet-stream']) === false)
    throw new DomainError('unsupported_media_type');
  next();
}

/** A megabyte needs no longer than this, however slow the line; forms set their own pace. */
const secondsForJson = 60;

function limitTime(request: Request, _response: Response, next: NextFunction): void {
  if (request.is('json')) {
    const timer = setTimeout(() => request.destroy(), secondsForJson * 1000);
    request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
  }
  next();
}

function refuseHostileBody(request: Request, _response: Response, next: NextFunction): void {
  refuseHostileData(request.body);
  next();
}
