import { Module } from '@nestjs/common';
import { Config } from '../config.js';
import { Authorities } from './authorities.service.js';
import { Certification } from './certification.service.js';
import { KeyKeeper } from './key-keeper.js';
import { KeyLife } from './key-life.service.js';
import { KeyStore } from './key-store.js';
import { keyStoreFor } from './key-store-for.js';
import { ListAddresses } from './list-addresses.js';
import { PublishedLists } from './published-lists.service.js';
import { RevocationLists } from './revocation-lists.service.js';
import { SigningStateController } from './signing-state.controller.js';
import { TimeStamper } from './time-stamper.js';
import { TrustController } from './trust.controller.js';

@Module({
  controllers: [SigningStateController, TrustController],
  providers: [
    Authorities,
    Certification,
    KeyKeeper,
    KeyLife,
    ListAddresses,
    PublishedLists,
    RevocationLists,
    TimeStamper,
    { provide: KeyStore, useFactory: keyStoreFor, inject: [Config] },
  ],
  exports: [Authorities, TimeStamper],
})
export class SigningModule {}
