import { type Answer, call } from '../api/client';
import { bearing } from './secret';

export type ThirdPartyForm = Answer<'/api/third-party-form', 'get'>;
export type Report = ThirdPartyForm['report'];

/** Puts a report in place of what the form holds, upon the revision that was read. */
export function putReport(secret: string, report: Report, { revision }: ThirdPartyForm): Promise<ThirdPartyForm> {
  const headers = { ...bearing(secret), 'If-Match': `"${revision}"` };
  return call('put', '/api/third-party-form', { headers, body: report });
}
