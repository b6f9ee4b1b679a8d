import { pageView } from '../common/paging.js';
import { type AccessKind } from './evidence-access.entity.js';

/** That somebody looked at an item, or took a file of it; within ten minutes it is told once. */
export class EvidenceAccessView {
  id: string;
  kind: AccessKind;
  at: string;
  /** Null for who has no account. */
  user: { id: string; name: string } | null;
  itemId: string;
  itemNumber: number;
  /** The file of a download, and its name as long as there is one. */
  fileId: string | null;
  fileName: string | null;
  /** By what way, where it was not the item's own page. */
  via: string | null;
}

export class EvidenceAccessesPage extends pageView(EvidenceAccessView) {}
