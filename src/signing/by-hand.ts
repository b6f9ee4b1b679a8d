import { type Clock } from '../common/clock.js';
import { type Config } from '../config.js';
import { type Database } from '../database/database.js';
import { Authorities } from './authorities.service.js';
import { Certification } from './certification.service.js';
import { type KeyStore } from './key-store.js';
import { ListAddresses } from './list-addresses.js';
import { RevocationLists } from './revocation-lists.service.js';

export interface SigningByHand {
  authorities: Authorities;
  certification: Certification;
  lists: RevocationLists;
}

/** The services of signing outside the server, for commands that run beside it. */
export function signingByHand(db: Database, clock: Clock, keys: KeyStore, config: Config): SigningByHand {
  const certification = new Certification(db, clock, keys, new ListAddresses(config));
  const lists = new RevocationLists(db, clock, keys);
  return { certification, lists, authorities: new Authorities(db, clock, keys, certification, lists) };
}
