import { Module } from '@nestjs/common';
import { Authorities } from './authorities.service.js';
import { KeyStore } from './key-store.js';
import { TrustController } from './trust.controller.js';

@Module({ controllers: [TrustController], providers: [Authorities, KeyStore], exports: [Authorities] })
export class SigningModule {}
