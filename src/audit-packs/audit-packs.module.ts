import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { QualityModule } from '../quality/quality.module.js';
import { AuditPacksController } from './audit-packs.controller.js';
import { AuditPacksService } from './audit-packs.service.js';
import { BodyLogController } from './body-log.controller.js';
import { BodyLog } from './body-log.service.js';
import { Contents } from './contents.js';
import { Packer } from './packer.js';

@Module({
  imports: [CompetenciesModule, QualityModule],
  controllers: [AuditPacksController, BodyLogController],
  providers: [AuditPacksService, BodyLog, Contents, Packer],
})
export class AuditPacksModule {}
