import { Module } from '@nestjs/common';
import { Config } from '../config.js';
import { Authorities } from './authorities.service.js';
import { KeyStore } from './key-store.js';
import { keyStoreFor } from './key-store-for.js';
import { TrustController } from './trust.controller.js';

@Module({
  controllers: [TrustController],
  providers: [Authorities, { provide: KeyStore, useFactory: keyStoreFor, inject: [Config] }],
  exports: [Authorities],
})
export class SigningModule {}
