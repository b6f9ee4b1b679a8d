import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CorrectionsController } from './corrections.controller.js';
import { CorrectionsService } from './corrections.service.js';
import { DeletionsService } from './deletions.service.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionService } from './retention.service.js';

@Module({
  imports: [AuthModule],
  controllers: [RetentionController, ExportsController, CorrectionsController],
  providers: [DeletionsService, RetentionService, ExportsService, CorrectionsService],
})
export class PersonalDataModule {}
