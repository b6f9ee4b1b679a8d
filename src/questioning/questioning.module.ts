import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { QuestioningsController } from './questionings.controller.js';

@Module({ imports: [EvidenceModule], controllers: [QuestioningsController] })
export class QuestioningModule {}
