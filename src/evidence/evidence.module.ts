import { Module } from '@nestjs/common';
import { ChecksController } from './checks.controller.js';
import { ChecksService } from './checks.service.js';
import { ClaimsController } from './claims.controller.js';
import { ClaimsService } from './claims.service.js';
import { DeclarationsService } from './declarations.service.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { Records } from './records.service.js';
import { Signatures } from './signatures.service.js';

@Module({
  controllers: [EvidenceController, ChecksController, ClaimsController],
  providers: [EvidenceService, DeclarationsService, ChecksService, ClaimsService, Records, Signatures],
  exports: [Records, Signatures],
})
export class EvidenceModule {}
