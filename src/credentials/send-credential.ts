import { type Response } from 'express';
import { type IssuedCredential } from './credential.entity.js';
import { credentialType } from './jws.js';

/** The credential as a file for a wallet, byte for byte as it is embedded in the PDF. */
export function sendCredential(response: Response, { documentNumber, jwt }: IssuedCredential): void {
  response.setHeader('Content-Disposition', `attachment; filename="${documentNumber}.jwt"`);
  response.setHeader('Content-Type', credentialType);
  response.send(Buffer.from(jwt));
}

/** What a credential says, for people and programs that look into it without checking it. */
export function payloadOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}
