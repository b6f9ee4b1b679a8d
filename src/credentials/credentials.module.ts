import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { CredentialsController } from './credentials.controller.js';
import { Credentials } from './credentials.service.js';
import { DidDocuments } from './did-documents.service.js';
import { StatusLists } from './status-lists.service.js';

@Module({
  imports: [SigningModule],
  controllers: [CredentialsController],
  providers: [Credentials, DidDocuments, StatusLists],
  exports: [Credentials, DidDocuments, StatusLists],
})
export class CredentialsModule {}
