import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { VisitsController } from './visits.controller.js';
import { VisitsService } from './visits.service.js';

@Module({ imports: [CompetenciesModule], controllers: [VisitsController], providers: [VisitsService] })
export class VisitsModule {}
