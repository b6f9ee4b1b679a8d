import { type Claim } from './claim.entity.js';
import { type EvidenceItem } from './evidence-item.entity.js';

/** What a new item starts with: nothing has happened to it, and nobody has said anything special of it. */
export const freshItem = {
  producedOn: null,
  url: null,
  statement: null,
  signedAt: null,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawalReason: null,
  originId: null,
  groupWork: false,
  candidatePart: null,
  copy: false,
  othersData: false,
  othersDataReason: null,
} satisfies Partial<EvidenceItem>;

/** What a new claim starts with. */
export const freshClaim = {
  method: null,
  place: null,
  withdrawnAt: null,
  withdrawnBy: null,
  methodReason: null,
  carriedFrom: null,
} satisfies Partial<Claim>;
