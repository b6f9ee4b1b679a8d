import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ObservationsController } from './observations.controller.js';

@Module({ imports: [EvidenceModule], controllers: [ObservationsController] })
export class ObservationsModule {}
