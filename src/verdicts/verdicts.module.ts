import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { PreservationModule } from '../preservation/preservation.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { Issue } from './issue.js';
import { SignedDocuments } from './signed-documents.js';
import { StoredDocument } from './stored-document.js';
import { VerdictsController } from './verdicts.controller.js';
import { VerdictsService } from './verdicts.service.js';

@Module({
  imports: [CompetenciesModule, PreservationModule, SigningModule, TemplatesModule],
  controllers: [VerdictsController],
  providers: [VerdictsService, Issue, SignedDocuments, StoredDocument],
  exports: [SignedDocuments, StoredDocument],
})
export class VerdictsModule {}
