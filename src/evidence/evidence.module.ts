import { Module } from '@nestjs/common';
import { UploadsModule } from '../uploads/uploads.module.js';
import { AccessLog } from './access-log.service.js';
import { AccessesController } from './accesses.controller.js';
import { ChecksController } from './checks.controller.js';
import { ChecksService } from './checks.service.js';
import { ClaimsController } from './claims.controller.js';
import { ClaimsService } from './claims.service.js';
import { DeclarationsService } from './declarations.service.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { FilesController } from './files.controller.js';
import { Records } from './records.service.js';
import { RedactionsService } from './redactions.service.js';
import { Signatures } from './signatures.service.js';

@Module({
  imports: [UploadsModule],
  controllers: [EvidenceController, FilesController, AccessesController, ChecksController, ClaimsController],
  providers: [
    EvidenceService,
    DeclarationsService,
    RedactionsService,
    AccessLog,
    ChecksService,
    ClaimsService,
    Records,
    Signatures,
  ],
  exports: [Records, Signatures],
})
export class EvidenceModule {}
