import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ConclusionsService } from './conclusions.service.js';
import { ObservationsController } from './observations.controller.js';
import { SittingsController } from './sittings.controller.js';
import { SittingsService } from './sittings.service.js';

@Module({
  imports: [EvidenceModule],
  controllers: [ObservationsController, SittingsController],
  providers: [SittingsService, ConclusionsService],
})
export class ObservationsModule {}
