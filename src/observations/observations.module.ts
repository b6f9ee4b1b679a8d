import { Module } from '@nestjs/common';
import { ObservationsController } from './observations.controller.js';
import { ObservationsService } from './observations.service.js';
import { SignaturesService } from './signatures.service.js';

@Module({ controllers: [ObservationsController], providers: [ObservationsService, SignaturesService] })
export class ObservationsModule {}
