import { ApiToken } from '../auth/api-token.entity.js';
import { Appeal, AppealDecision } from '../after-verdict/appeal.entity.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { Assignment, InterestDeclaration } from '../assessments/assignment.entity.js';
import { Attribution } from '../sufficiency/attribution.entity.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { AuditPack } from '../audit-packs/audit-pack.entity.js';
import { AuthenticityCheck } from '../evidence/authenticity-check.entity.js';
import { Claim } from '../evidence/claim.entity.js';
import { Certificate, CertificateDocument, CertificateRevocation } from '../certificates/certificate.entity.js';
import { CertificateBatch } from '../certificates/batch.entity.js';
import { CertificateBatchItem } from '../certificates/batch-item.entity.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { Correction } from '../personal-data/correction.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { Declaration } from '../evidence/declaration.entity.js';
import { DocumentRevision } from '../preservation/document-revision.entity.js';
import { DocumentUpgrade } from '../preservation/document-upgrade.entity.js';
import { EvidenceAccess } from '../evidence/evidence-access.entity.js';
import { EvidenceFile } from '../evidence/evidence-file.entity.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { IssuedCredential } from '../credentials/credential.entity.js';
import { StatusEntry, StatusList, StatusRevocation } from '../credentials/status-list.entity.js';
import { DocumentTemplate } from '../templates/document-template.entity.js';
import { Invitation } from '../third-parties/invitation.entity.js';
import { Judgement } from '../judgements/judgement.entity.js';
import { Membership } from '../people/membership.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { Observation } from '../observations/observation.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { PlanAcknowledgement } from '../plans/plan-acknowledgement.entity.js';
import { Qualification } from '../people/qualification.entity.js';
import { Questioning } from '../questioning/questioning.entity.js';
import { RetentionHold } from '../personal-data/retention-hold.entity.js';
import { RuleSettingsVersion } from '../settings/rule-settings-version.entity.js';
import { Session } from '../auth/session.entity.js';
import { KeyMove } from '../signing/key-move.entity.js';
import { RevocationList } from '../signing/revocation-list.entity.js';
import { SigningRevocation } from '../signing/signing-revocation.entity.js';
import { SigningCertificate } from '../signing/signing-certificate.entity.js';
import { Sitting, SittingConclusion } from '../observations/sitting.entity.js';
import { ResumableUpload } from '../uploads/upload.entity.js';
import { ThirdPartyReport } from '../third-parties/report.entity.js';
import { Throttle } from '../auth/throttle.entity.js';
import { Tombstone } from '../assessments/tombstone.entity.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { VerdictReceipt } from '../after-verdict/receipt.entity.js';
import { Waiver, WaiverWithdrawal } from '../sufficiency/waiver.entity.js';
import { EvidenceRequest, RequestAnswer } from '../requests/evidence-request.entity.js';
import { SelfAssessment } from '../self-assessments/self-assessment.entity.js';
import { BlindJudgement } from '../quality/blind-judgement.entity.js';
import { Sample, SampleAssignment, SamplingPlan } from '../quality/sampling.entity.js';
import { Verification, VerificationAction } from '../quality/verification.entity.js';

/** Every table, in one place; the only file of `database/` that knows the features. */
export const entities = [
  ApiToken,
  Appeal,
  AppealDecision,
  Assessment,
  Assignment,
  Attribution,
  AuditEntry,
  AuditPack,
  AuthenticityCheck,
  BlindJudgement,
  Certificate,
  CertificateBatch,
  CertificateBatchItem,
  CertificateDocument,
  CertificateRevocation,
  Claim,
  CompetencyDocument,
  CompetencyItem,
  Correction,
  Declaration,
  DocumentRevision,
  DocumentTemplate,
  DocumentUpgrade,
  EvidenceAccess,
  EvidenceFile,
  EvidenceItem,
  EvidenceRequest,
  InterestDeclaration,
  Invitation,
  IssuedCredential,
  Judgement,
  KeyMove,
  Membership,
  Notice,
  Observation,
  Plan,
  PlanAcknowledgement,
  Qualification,
  Questioning,
  RequestAnswer,
  ResumableUpload,
  RetentionHold,
  RevocationList,
  RuleSettingsVersion,
  Sample,
  SampleAssignment,
  SamplingPlan,
  SelfAssessment,
  Session,
  SigningCertificate,
  SigningRevocation,
  Sitting,
  SittingConclusion,
  StatusEntry,
  StatusList,
  StatusRevocation,
  ThirdPartyReport,
  Throttle,
  Tombstone,
  TrainingBody,
  User,
  Verdict,
  Verification,
  VerificationAction,
  VerdictNotification,
  VerdictReceipt,
  Waiver,
  WaiverWithdrawal,
];
