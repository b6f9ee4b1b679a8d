import { type Clock } from '../common/clock.js';
import { type Config } from '../config.js';
import { type Database } from '../database/database.js';
import { Authorities } from './authorities.service.js';
import { BroughtSeals } from './brought-seals.service.js';
import { Certification } from './certification.service.js';
import { KeyLife } from './key-life.service.js';
import { type KeyStore } from './key-store.js';
import { ListAddresses } from './list-addresses.js';
import { RevocationLists } from './revocation-lists.service.js';
import { RootCustody } from './root-custody.service.js';

export interface SigningByHand {
  authorities: Authorities;
  lists: RevocationLists;
  life: KeyLife;
  custody: RootCustody;
  seals: BroughtSeals;
}

/** The services of signing outside the server, for commands that run beside it. */
export function signingByHand(db: Database, clock: Clock, keys: KeyStore, config: Config): SigningByHand {
  const certification = new Certification(db, clock, keys, new ListAddresses(config));
  const lists = new RevocationLists(db, clock, keys);
  const authorities = new Authorities(db, clock, keys, certification, lists);
  const life = new KeyLife(db, clock, authorities, certification, lists);
  return {
    authorities,
    lists,
    life,
    custody: new RootCustody(db, clock, keys, lists),
    seals: new BroughtSeals(db, clock, keys),
  };
}
