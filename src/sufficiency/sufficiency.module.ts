import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { AnswersController } from './answers.controller.js';
import { AttributionsService } from './attributions.service.js';
import { CoverageController } from './coverage.controller.js';
import { CoverageService } from './coverage.service.js';
import { GridController } from './grid.controller.js';
import { GridService } from './grid.service.js';
import { WaiversService } from './waivers.service.js';

@Module({
  imports: [CompetenciesModule],
  controllers: [AnswersController, CoverageController, GridController],
  providers: [AttributionsService, CoverageService, GridService, WaiversService],
})
export class SufficiencyModule {}
