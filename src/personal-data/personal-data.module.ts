import { Module } from '@nestjs/common';
import { DeletionsService } from './deletions.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionService } from './retention.service.js';

@Module({
  controllers: [RetentionController],
  providers: [DeletionsService, RetentionService],
})
export class PersonalDataModule {}
