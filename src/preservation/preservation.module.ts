import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { Preserver } from './preserver.js';
import { Raiser } from './raiser.js';

@Module({ imports: [SigningModule], providers: [Raiser, Preserver], exports: [Raiser] })
export class PreservationModule {}
