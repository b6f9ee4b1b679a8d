import { Initial1763700000000 } from './0001-initial.js';
import { WholePractice1795300000000 } from './0002-whole-practice.js';
import { RuleSettings1795300003000 } from './0003-rule-settings.js';
import { Plans1795300004000 } from './0004-plans.js';
import { Questioning1795300005000 } from './0005-questioning.js';
import { Sittings1795300006000 } from './0006-sittings.js';
import { ThirdParties1795300007000 } from './0007-third-parties.js';
import { Notices1795300008000 } from './0008-notices.js';
import { EvidenceAccesses1795300009000 } from './0009-evidence-accesses.js';
import { Requests1795300010000 } from './0010-requests.js';
import { AfterVerdict1795300011000 } from './0011-after-verdict.js';
import { Quality1795300013000 } from './0013-quality.js';
import { PersonalData1795300014000 } from './0014-personal-data.js';
import { AuditPacks1795300015000 } from './0015-audit-packs.js';
import { DocumentRevisions1795300016000 } from './0016-document-revisions.js';
import { Keys1795300017000 } from './0017-keys.js';
import { Certificates1795300018000 } from './0018-certificates.js';
import { Templates1795300019000 } from './0019-templates.js';
import { Credentials1795300020000 } from './0020-credentials.js';
import { Uploads1795300021000 } from './0021-uploads.js';
import { BodyLog1795300025000 } from './0025-body-log.js';
import { WaiverWithdrawals1795300026000 } from './0026-waiver-withdrawals.js';

/** Every migration in the order it runs; one list for both databases. */
export const migrations = [
  Initial1763700000000,
  WholePractice1795300000000,
  RuleSettings1795300003000,
  Plans1795300004000,
  Questioning1795300005000,
  Sittings1795300006000,
  ThirdParties1795300007000,
  Notices1795300008000,
  EvidenceAccesses1795300009000,
  Requests1795300010000,
  AfterVerdict1795300011000,
  Quality1795300013000,
  PersonalData1795300014000,
  AuditPacks1795300015000,
  DocumentRevisions1795300016000,
  Keys1795300017000,
  Certificates1795300018000,
  Templates1795300019000,
  Credentials1795300020000,
  Uploads1795300021000,
  BodyLog1795300025000,
  WaiverWithdrawals1795300026000,
];
