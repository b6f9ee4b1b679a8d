import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { RequestsController } from './requests.controller.js';
import { RequestsService } from './requests.service.js';
import { SuggestionsService } from './suggestions.service.js';

@Module({
  imports: [CompetenciesModule],
  controllers: [RequestsController],
  providers: [RequestsService, SuggestionsService],
})
export class RequestsModule {}
