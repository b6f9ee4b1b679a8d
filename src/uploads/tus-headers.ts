import { isUUID } from 'class-validator';
import { type Request, type Response } from 'express';
import { DomainError } from '../common/errors.js';
import { cleanFileName } from '../files/file-name.js';
import { type ResumableUpload } from './upload.entity.js';

/** The version of the protocol: https://tus.io/protocols/resumable-upload */
export const tusVersion = '1.0.0';
export const tusExtensions = 'creation,expiration,termination';
export const tusMediaType = 'application/offset+octet-stream';

/** Every answer says the version; every request has to. */
export function requireTus(request: Request, response: Response): void {
  response.setHeader('Tus-Resumable', tusVersion);
  if (request.get('tus-resumable') === tusVersion) return;
  response.setHeader('Tus-Version', tusVersion);
  throw new DomainError('tus_version', { version: tusVersion });
}

/** A number of bytes in a header. */
export function bytesIn(request: Request, header: string): number {
  const given = request.get(header) ?? '';
  if (!/^\d{1,15}$/.test(given)) throw new DomainError('malformed_upload');
  return Number(given);
}

/** Reads `Upload-Metadata`: what the file is called and where it is meant for. Whatever else it holds is not kept. */
export function metadataIn(request: Request): { name: string; assessmentId: string } {
  const given = new Map<string, string>();
  for (const pair of (request.get('upload-metadata') ?? '').split(',')) {
    const [key = '', value = ''] = pair.trim().split(' ');
    if (given.has(key) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw new DomainError('malformed_upload');
    given.set(key, Buffer.from(value, 'base64').toString('utf8'));
  }
  const assessmentId = given.get('assessmentId')?.toLowerCase();
  if (!isUUID(assessmentId)) throw new DomainError('malformed_upload');
  return { name: cleanFileName(given.get('filename') ?? ''), assessmentId: assessmentId! };
}

/** Where an upload stands, as tus says it. */
export function tellStanding(response: Response, upload: ResumableUpload): void {
  response.setHeader('Tus-Resumable', tusVersion);
  response.setHeader('Upload-Offset', upload.received);
  response.setHeader('Upload-Length', upload.size);
  response.setHeader('Upload-Expires', new Date(upload.expiresAt).toUTCString());
  response.setHeader('Upload-Metadata', `filename ${Buffer.from(upload.name).toString('base64')}`);
}
