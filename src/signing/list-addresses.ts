import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where the revocation lists of an authority can be fetched. */
@Injectable()
export class ListAddresses {
  constructor(private readonly config: Config) {}

  /** Undefined while PUBLIC_URL is an address of this machine only: a certificate says it to the whole world, for years. */
  of(bodyId: string, issuerId: string): string | undefined {
    const { publicUrl } = this.config;
    if (loopback.has(new URL(publicUrl).hostname)) return undefined;
    return `${publicUrl}/api/training-bodies/${bodyId}/trust/crls/${issuerId}.crl`;
  }
}
